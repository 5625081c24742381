package org.affogato.engine.db;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * The text of a dump that remembers how it began and ended: programs that write dumps say at the end that it is the end,
 * so that one that was cut short can be told from a whole one.
 */
final class DumpText extends FilterReader {
    private static final int KEPT = 400;

    private final StringBuilder head = new StringBuilder();
    private final StringBuilder tail = new StringBuilder();

    DumpText(Reader in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        int letter = in.read();
        if (letter >= 0) {
            note((char) letter);
        }
        return letter;
    }

    private void note(char letter) {
        if (head.length() < KEPT) {
            head.append(letter);
        }
        tail.append(letter);
        if (tail.length() > 2 * KEPT) {
            tail.delete(0, KEPT);
        }
    }

    /** Whether the end is missing; of a text that does not begin as a dump does nobody knows. */
    boolean isCutShort() {
        return head.toString().matches("(?s).*-- (MariaDB|MySQL|Affogato) dump.*")
                && tail.indexOf("-- Dump completed") < 0;
    }
}
