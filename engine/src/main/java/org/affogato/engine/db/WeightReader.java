package org.affogato.engine.db;

/** Gives a text's weights one by one. */
final class WeightReader {
    private static final char[] NONE = {};

    private final CollationWeights weights = CollationWeights.standard();
    private final String text;
    private char[] current = NONE;
    private int within;
    private int at;

    WeightReader(String text) {
        this.text = text;
    }

    /** The next weight, -1 behind the last. */
    int next() {
        while (within == current.length) {
            if (at == text.length()) {
                return -1;
            }
            int codePoint = text.codePointAt(at);
            at += Character.charCount(codePoint);
            current = weights.of(codePoint);
            within = 0;
        }
        return current[within++];
    }
}
