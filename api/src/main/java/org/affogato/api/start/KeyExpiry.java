package org.affogato.api.start;

import jakarta.inject.Singleton;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.affogato.api.request.IdempotencyKeys;
import org.affogato.engine.Engine;
import org.affogato.engine.spi.BackgroundWork;
import org.affogato.engine.spi.Context;
import org.jboss.logging.Logger;

/** Removes idempotency keys that have had their day, once an hour. */
@Singleton
class KeyExpiry implements BackgroundWork {
    private static final Logger LOG = Logger.getLogger(KeyExpiry.class);

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("affogato-key-expiry").factory());
    private final Engine engine;
    private final IdempotencyKeys keys;

    KeyExpiry(Engine engine, IdempotencyKeys keys) {
        this.engine = engine;
        this.keys = keys;
    }

    @Override
    public void start() {
        clock.scheduleWithFixedDelay(this::expire, 1, 60, TimeUnit.MINUTES);
    }

    @Override
    public void stop() {
        clock.shutdownNow();
    }

    /** A database that is away for a while must not end the clock. */
    private void expire() {
        try {
            engine.run(Context.ADMINISTRATOR, keys::removeExpired);
        } catch (RuntimeException error) {
            LOG.warnf(error, "Expired idempotency keys could not be removed");
        }
    }
}
