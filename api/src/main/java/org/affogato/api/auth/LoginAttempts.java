package org.affogato.api.auth;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.affogato.engine.error.SecurityException;
import org.affogato.engine.permission.AccessSettings;
import org.affogato.engine.spi.Context;

/**
 * Counts failed logins by user and by address, and locks both out for a while after too many. What was typed counts,
 * user or not, so that a lock does not tell who exists. Frappe: {@code LoginAttemptTracker}.
 */
@Singleton
public class LoginAttempts {
    private static final int DEFAULT_ATTEMPTS = 10;
    private static final int DEFAULT_PAUSE_SECONDS = 60;

    private final Cache<String, Failures> failures = Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterWrite(Duration.ofDays(1))
            .build();

    /** Failures since the first one within the pause. */
    private record Failures(Instant first, int count) {}

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
    }

    /**
     * @throws SecurityException while the key is locked
     */
    public void check(String key, Limit limit) {
        Failures known = failures.getIfPresent(fold(key));
        if (limit.allowed > 0 && known != null && known.count > limit.allowed && isRecent(known, limit)) {
            throw new SecurityException(
                    "Your account has been locked and will resume after %d seconds".formatted(limit.pause.toSeconds()),
                    limit.pause);
        }
    }

    public void failed(String key, Limit limit) {
        failures.asMap()
                .compute(
                        fold(key),
                        (same, known) -> known != null && isRecent(known, limit)
                                ? new Failures(known.first, known.count + 1)
                                : new Failures(Instant.now(), 1));
    }

    public void succeeded(String key) {
        failures.invalidate(fold(key));
    }

    private static boolean isRecent(Failures known, Limit limit) {
        return known.first.plus(limit.pause).isAfter(Instant.now());
    }

    private static String fold(String key) {
        String folded = key.strip().toLowerCase(Locale.ROOT);
        return folded.substring(0, Math.min(200, folded.length()));
    }
}
