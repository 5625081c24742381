package org.affogato.api.start;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.affogato.api.auth.LoginAttempts;
import org.affogato.api.auth.RateExchange;
import org.affogato.api.request.IdempotencyKeys;
import org.affogato.engine.Engine;
import org.affogato.engine.Work;
import org.affogato.engine.spi.BackgroundWork;
import org.affogato.engine.spi.Context;
import org.jboss.logging.Logger;

/** Removes idempotency keys, failed logins and counts of callers that have had their day, once an hour. */
@Singleton
class RowExpiry implements BackgroundWork {
    private static final Logger LOG = Logger.getLogger(RowExpiry.class);

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("affogato-row-expiry").factory());
    private final Engine engine;
    private final List<Work<Long>> removals;

    RowExpiry(Engine engine, IdempotencyKeys keys, LoginAttempts attempts) {
        this.engine = engine;
        this.removals = List.of(keys::removeExpired, attempts::removeExpired, RateExchange::removeExpired);
    }

    @Override
    public void start() {
        clock.scheduleWithFixedDelay(() -> removals.forEach(this::expire), 1, 60, TimeUnit.MINUTES);
    }

    @Override
    public void stop() {
        clock.shutdownNow();
    }

    /** A database that is away for a while must not end the clock. */
    private void expire(Work<Long> removal) {
        try {
            engine.run(Context.ADMINISTRATOR, removal);
        } catch (RuntimeException error) {
            LOG.warnf(error, "Expired rows could not be removed");
        }
    }
}
