package org.affogato.api.start;

import java.time.Duration;
import org.affogato.engine.install.Progress;
import org.jboss.logging.Logger;

/** Says in the log how far a migrate is, every two seconds: who starts a server sees that it works, and at what. */
final class LoggedProgress implements Progress {
    private static final Logger LOG = Logger.getLogger(LoggedProgress.class);
    private static final long EVERY = Duration.ofSeconds(2).toNanos();

    private long told = System.nanoTime();

    @Override
    public synchronized void step(String phase, int done, int total) {
        long now = System.nanoTime();
        if (now - told < EVERY) {
            return;
        }
        told = now;
        LOG.infof("%s: %d of %d", phase, done, total);
    }
}
