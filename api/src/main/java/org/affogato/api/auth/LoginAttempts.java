package org.affogato.api.auth;

import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.affogato.engine.Engine;
import org.affogato.engine.error.SecurityException;
import org.affogato.engine.permission.AccessSettings;
import org.affogato.engine.spi.Context;

/**
 * Counts failed logins by user and by address, and locks both out for a while after too many. What was typed counts,
 * user or not, so that a lock does not tell who exists. The counts are rows under digests, by the database's clock: the
 * same for all nodes, and after a restart. Frappe: {@code LoginAttemptTracker}.
 */
@Singleton
public class LoginAttempts {
    private static final int DEFAULT_ATTEMPTS = 10;
    private static final int DEFAULT_PAUSE_SECONDS = 60;

    private final Provider<Engine> engine; // made after the methods

    public LoginAttempts(Provider<Engine> engine) {
        this.engine = engine;
    }

    /**
     * How often a login may fail.
     *
     * @param allowed failures in a row; 0 for any number
     */
    public record Limit(long allowed, Duration pause) {
        public static Limit of(AccessSettings settings, Context context) {
            return new Limit(
                    settings.integer("allow_consecutive_login_attempts", DEFAULT_ATTEMPTS, context),
                    Duration.ofSeconds(settings.integer("allow_login_after_fail", DEFAULT_PAUSE_SECONDS, context)));
        }

        private boolean isExceededBy(long failures) {
            return allowed > 0 && failures > allowed;
        }

        private SecurityException refusal() {
            return new SecurityException(
                    "Your account has been locked and will resume after %d seconds".formatted(pause.toSeconds()),
                    pause);
        }
    }

    /**
     * @throws SecurityException while one of the keys is locked
     */
    public void check(Limit limit, String... keys) {
        if (limit.isExceededBy(engine.get().runAndRollBack(Context.GUEST, context -> most(digests(keys), context)))) {
            throw limit.refusal();
        }
    }

    public void failed(Limit limit, String... keys) {
        engine.get().run(Context.GUEST, context -> add(limit, digests(keys), context));
    }

    /**
     * Counts a try as failed before it is looked at, so that none of many sent at once slips by.
     *
     * @throws SecurityException for a try beyond the limit
     */
    public void take(Limit limit, String key) {
        long tries = engine.get().run(Context.GUEST, context -> {
            add(limit, digests(key), context);
            return most(digests(key), context);
        });
        if (limit.isExceededBy(tries - 1)) {
            throw limit.refusal();
        }
    }

    public void succeeded(String... keys) {
        List<String> digests = digests(keys);
        engine.get().run(Context.GUEST, context -> most(digests, context) == 0 ? 0 : forget(digests, context));
    }

    private static long most(List<String> digests, Context context) {
        String marks = String.join(", ", Collections.nCopies(digests.size(), "?"));
        return context.database()
                .query(
                        "SELECT COALESCE(MAX(`count`), 0) FROM `__affogato_login_failure`"
                                + " WHERE `until` > UTC_TIMESTAMP(6) AND `key` IN (" + marks + ")",
                        digests,
                        row -> row.getLong(1))
                .getFirst();
    }

    private static long add(Limit limit, List<String> digests, Context context) {
        String sql = "INSERT INTO `__affogato_login_failure` (`key`, `count`, `until`)"
                + " VALUES (?, 1, UTC_TIMESTAMP(6) + INTERVAL ? SECOND) ON DUPLICATE KEY UPDATE"
                + " `count` = IF(`until` > UTC_TIMESTAMP(6), `count` + 1, 1),"
                + " `until` = IF(`until` > UTC_TIMESTAMP(6), `until`, VALUES(`until`))";
        long seconds = limit.pause.toSeconds();
        return context.database()
                .executeBatch(
                        sql, digests.stream().map(key -> List.of(key, seconds)).toList());
    }

    private static long forget(List<String> digests, Context context) {
        return context.database()
                .executeBatch(
                        "DELETE FROM `__affogato_login_failure` WHERE `key` = ?",
                        digests.stream().map(List::of).toList());
    }

    /** Answers how many rows had had their day. */
    public long removeExpired(Context context) {
        return context.database().execute("DELETE FROM `__affogato_login_failure` WHERE `until` < UTC_TIMESTAMP(6)");
    }

    /** In one order, so that two logins at once do not wait for each other's row. */
    private static List<String> digests(String... keys) {
        return Stream.of(keys)
                .map(key -> Digests.hex(key.strip().toLowerCase(Locale.ROOT)))
                .sorted()
                .toList();
    }
}
