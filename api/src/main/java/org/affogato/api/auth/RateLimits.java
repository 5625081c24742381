package org.affogato.api.auth;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import org.affogato.api.request.HttpCall;
import org.affogato.engine.error.TooManyRequestsError;

/**
 * Counts calls of a kind by address, and refuses those above a limit until its window is over. Each node counts for
 * itself. Frappe: {@code rate_limiter.py}.
 */
@Singleton
public class RateLimits {
    private final Cache<String, Window> windows = Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterWrite(Duration.ofDays(1))
            .build();

    private record Window(Instant end, long count) {}

    /**
     * Counts one call.
     *
     * @param kind the calls that are counted together
     * @throws TooManyRequestsError for a call above the limit
     */
    public void count(String kind, HttpCall call, long allowed, Duration length) {
        Instant now = Instant.now();
        String key = kind + " " + CallerNetwork.of(call.remoteAddress());
        Window window = windows.asMap()
                .compute(
                        key,
                        (same, known) -> known == null || known.end.isBefore(now)
                                ? new Window(now.plus(length), 1)
                                : new Window(known.end, known.count + 1));
        if (window.count > allowed) {
            Duration pause = Duration.between(now, window.end).plusSeconds(1);
            throw new TooManyRequestsError("Too many requests. Try again later.", pause);
        }
    }
}
