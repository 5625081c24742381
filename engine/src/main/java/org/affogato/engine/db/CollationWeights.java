package org.affogato.engine.db;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The weights of every character, read once from a resource that is kept as the server has them. */
final class CollationWeights {
    private static final String RESOURCE = "unicode_ci.weights";
    private static final int CODE_POINTS = 0x10000;
    private static final int OTHERS = 0xFBC0;
    private static final int SUPPLEMENTARY = 0xFFFD;
    private static final int HEX = 16;

    private final char[][] weights = new char[CODE_POINTS][];

    static CollationWeights standard() {
        return Holder.STANDARD;
    }

    private CollationWeights() {
        try (InputStream file = CollationWeights.class.getResourceAsStream(RESOURCE);
                BufferedReader lines = new BufferedReader(
                        new InputStreamReader(Objects.requireNonNull(file, RESOURCE), StandardCharsets.US_ASCII))) {
            lines.lines().filter(line -> !line.startsWith("#")).forEach(this::read);
        } catch (IOException error) {
            throw new UncheckedIOException("The weights of the collation cannot be read", error);
        }
    }

    private void read(String line) {
        String[] words = line.split(" ");
        int dash = words[0].indexOf('-');
        int first = Integer.parseInt(words[0], 0, dash < 0 ? words[0].length() : dash, HEX);
        if (dash < 0) {
            for (int i = 1; i < words.length; i++) {
                weights[first + i - 1] = explicit(words[i]);
            }
            return;
        }
        int last = Integer.parseInt(words[0], dash + 1, words[0].length(), HEX);
        for (int codePoint = first; codePoint <= last; codePoint++) {
            weights[codePoint] = implicit(codePoint, Integer.parseInt(words[1], HEX));
        }
    }

    private static char[] explicit(String word) {
        if (word.equals("-")) {
            return new char[0];
        }
        String[] parts = word.split("\\+");
        char[] found = new char[parts.length];
        for (int i = 0; i < parts.length; i++) {
            found[i] = (char) Integer.parseInt(parts[i], HEX);
        }
        return found;
    }

    private static char[] implicit(int codePoint, int base) {
        return new char[] {(char) (base + (codePoint >> 15)), (char) (codePoint & 0x7FFF | 0x8000)};
    }

    /** The weights of a character; none for one that does not count. */
    char[] of(int codePoint) {
        if (codePoint >= CODE_POINTS) {
            return new char[] {SUPPLEMENTARY};
        }
        char[] found = weights[codePoint];
        return found == null ? implicit(codePoint, OTHERS) : found;
    }

    private static final class Holder {
        private static final CollationWeights STANDARD = new CollationWeights();
    }
}
