package org.affogato.api.auth;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.affogato.api.auth.RateLimits.Count;
import org.affogato.engine.Engine;
import org.affogato.engine.spi.BackgroundWork;
import org.affogato.engine.spi.Context;
import org.jboss.logging.Logger;

/**
 * Adds what this node counted to the counts in the database, and brings back what all nodes have counted: once a
 * second, all counts in one step, so that no request waits for it. The database's clock says when a window is over.
 */
@Singleton
public class RateExchange implements BackgroundWork {
    private static final Logger LOG = Logger.getLogger(RateExchange.class);

    /** A row may become visible that much later than it says it was changed. */
    private static final Duration OVERLAP = Duration.ofSeconds(5);

    private static final LocalDateTime EVER = LocalDateTime.of(2000, 1, 1, 0, 0);

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("affogato-rate-exchange").factory());
    private final Engine engine;
    private final RateLimits limits;
    private LocalDateTime seen = EVER;

    public RateExchange(Engine engine, RateLimits limits) {
        this.engine = engine;
        this.limits = limits;
    }

    /** What the table says, and when it was asked. */
    private record Shared(LocalDateTime at, List<Count> counts) {}

    @Override
    public void start() {
        clock.scheduleWithFixedDelay(this::exchange, 0, 1, TimeUnit.SECONDS);
    }

    /** The last counts are still told, so that a restart forgets none. */
    @Override
    public void stop() {
        clock.shutdown();
        exchange();
    }

    /** A database that is away for a while must not end the clock; what could not be told is told the next time. */
    synchronized void exchange() {
        try {
            List<Count> leaving = limits.leaving();
            Shared shared = engine.run(Context.GUEST, context -> {
                add(leaving, context);
                return read(context);
            });
            shared.counts.forEach(limits::receive);
            seen = shared.at.minus(OVERLAP);
        } catch (RuntimeException error) {
            LOG.debugf(error, "The counts of callers could not be shared");
        }
    }

    private static void add(List<Count> counts, Context context) {
        if (counts.isEmpty()) {
            return;
        }
        String sql = "INSERT INTO `__affogato_rate` (`key`, `count`, `until`, `changed`)"
                + " VALUES (?, ?, UTC_TIMESTAMP(6) + INTERVAL ? MICROSECOND, UTC_TIMESTAMP(6))"
                + " ON DUPLICATE KEY UPDATE"
                + " `count` = IF(`until` > UTC_TIMESTAMP(6), `count` + VALUES(`count`), VALUES(`count`)),"
                + " `until` = IF(`until` > UTC_TIMESTAMP(6), `until`, VALUES(`until`)),"
                + " `changed` = UTC_TIMESTAMP(6)";
        context.database()
                .executeBatch(
                        sql,
                        counts.stream()
                                .map(count -> List.<Object>of(
                                        count.key(), count.calls(), count.left().toNanos() / 1000))
                                .toList());
    }

    private Shared read(Context context) {
        LocalDateTime at = context.database()
                .query("SELECT UTC_TIMESTAMP(6)", List.of(), row -> row.getObject(1, LocalDateTime.class))
                .getFirst();
        String sql =
                "SELECT `key`, `count`, TIMESTAMPDIFF(MICROSECOND, UTC_TIMESTAMP(6), `until`) FROM `__affogato_rate`"
                        + " WHERE `changed` > ? AND `until` > UTC_TIMESTAMP(6)";
        return new Shared(
                at,
                context.database()
                        .query(
                                sql,
                                List.of(seen),
                                row -> new Count(row.getString(1), row.getLong(2), micros(row.getLong(3)))));
    }

    private static Duration micros(long count) {
        return Duration.ofNanos(count * 1000);
    }

    /** Answers how many windows were over. */
    public static long removeExpired(Context context) {
        return context.database().execute("DELETE FROM `__affogato_rate` WHERE `until` < UTC_TIMESTAMP(6)");
    }
}
