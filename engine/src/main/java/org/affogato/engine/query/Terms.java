package org.affogato.engine.query;

import java.util.ArrayList;
import java.util.List;
import org.affogato.engine.error.ValidationError;

/** Splits a text at the commas that stand outside of parentheses and quotes. */
final class Terms {
    private final String text;
    private final List<String> found = new ArrayList<>();
    private int depth;
    private int start;
    private char quote;

    private Terms(String text) {
        this.text = text;
    }

    /**
     * @throws ValidationError where a term is empty or something is left open
     */
    static List<String> split(String text) {
        return new Terms(text).run();
    }

    private List<String> run() {
        for (int i = 0; i < text.length(); i++) {
            step(text.charAt(i), i);
        }
        end(text.length());
        if (depth != 0 || quote != 0) {
            throw new ValidationError("Something is left open in %s".formatted(text));
        }
        return found;
    }

    private void step(char letter, int at) {
        if (quote != 0) {
            quote = letter == quote ? 0 : quote;
            return;
        }
        switch (letter) {
            case '\'', '"', '`' -> quote = letter;
            case '(' -> depth++;
            case ')' -> depth--;
            case ',' -> comma(at);
            default -> {}
        }
    }

    private void comma(int at) {
        if (depth == 0) {
            end(at);
            start = at + 1;
        }
    }

    private void end(int at) {
        String term = text.substring(start, at).strip();
        if (term.isEmpty()) {
            throw new ValidationError("A part is empty in %s".formatted(text));
        }
        found.add(term);
    }
}
