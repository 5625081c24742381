package org.affogato.api.cli;

import java.io.PrintStream;
import java.util.Locale;

/** A line that grows on the terminal once the work has taken two seconds; silent where there is no terminal. */
final class ProgressBar implements AutoCloseable {
    private static final long PATIENCE = 2_000_000_000L;
    private static final long REDRAW = 100_000_000L;
    private static final int WIDTH = 30;

    private final PrintStream out = System.err;
    private final boolean shown = System.console() != null && System.console().isTerminal();
    private final long began = System.nanoTime();
    private final String what;
    private long drawn;
    private boolean visible;

    ProgressBar(String what) {
        this.what = what;
    }

    /**
     * @param total 0 where nobody knows how much there will be
     */
    void at(long done, long total) {
        at(what, done, total);
    }

    /** May be called by several threads. */
    synchronized void at(String phase, long done, long total) {
        long now = System.nanoTime();
        if (!shown || now - began < PATIENCE || now - drawn < REDRAW) {
            return;
        }
        drawn = now;
        visible = true;
        out.print("\r" + phase + " " + (total > 0 ? bar(done, total) : done) + "\u001b[K");
        out.flush();
    }

    private static String bar(long done, long total) {
        int filled = (int) Math.min(WIDTH, done * WIDTH / total);
        return String.format(
                Locale.ROOT, "[%s%s] %d%%", "#".repeat(filled), ".".repeat(WIDTH - filled), done * 100 / total);
    }

    @Override
    public void close() {
        if (visible) {
            out.print("\r\u001b[K");
            out.flush();
        }
    }
}
