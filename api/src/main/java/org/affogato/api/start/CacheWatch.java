package org.affogato.api.start;

import jakarta.inject.Singleton;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.affogato.engine.Engine;
import org.affogato.engine.spi.BackgroundWork;
import org.affogato.engine.spi.Context;
import org.jboss.logging.Logger;

/** Looks each second whether another node changed what this one keeps in memory. */
@Singleton
class CacheWatch implements BackgroundWork {
    private static final Logger LOG = Logger.getLogger(CacheWatch.class);

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("affogato-cache-watch").factory());
    private final Engine engine;

    CacheWatch(Engine engine) {
        this.engine = engine;
    }

    @Override
    public void start() {
        clock.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
    }

    @Override
    public void stop() {
        clock.shutdownNow();
    }

    /** A database that is away for a while must not end the watch. */
    private void look() {
        try {
            engine.runAndRollBack(Context.ADMINISTRATOR, context -> {
                engine.versions().poll(context.database());
                return null;
            });
        } catch (RuntimeException error) {
            LOG.debugf(error, "The cache versions could not be read");
        }
    }
}
