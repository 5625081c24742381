package org.affogato.api.auth;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.affogato.api.request.HttpCall;
import org.affogato.engine.error.TooManyRequestsError;

/**
 * Counts calls of a kind by address, and refuses those above a limit until its window is over. A call is counted in
 * memory; {@link RateExchange} tells the other nodes of it, and this one of theirs. Frappe: {@code rate_limiter.py}.
 */
@Singleton
public class RateLimits {
    private final Cache<String, Window> windows = Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterWrite(Duration.ofDays(1))
            .build();

    /**
     * @param shared calls of all nodes that the table has
     * @param leaving calls of this node on their way to the table
     * @param fresh calls of this node since
     */
    private record Window(Instant end, long shared, long leaving, long fresh) {
        long count() {
            return shared + leaving + fresh;
        }

        Window counted() {
            return new Window(end, shared, leaving, fresh + 1);
        }

        Window left() {
            return new Window(end, shared, leaving + fresh, 0);
        }
    }

    /** A count that all nodes share. */
    record Count(String key, long calls, Duration left) {}

    /**
     * Counts one call.
     *
     * @param kind the calls that are counted together
     * @throws TooManyRequestsError for a call above the limit
     */
    public void count(String kind, HttpCall call, long allowed, Duration length) {
        count(kind, call.remoteAddress(), allowed, length);
    }

    void count(String kind, String address, long allowed, Duration length) {
        Instant now = Instant.now();
        String key = Digests.hex(kind + " " + CallerNetwork.of(address));
        Window window = windows.asMap()
                .compute(
                        key,
                        (same, known) -> known == null || known.end.isBefore(now)
                                ? new Window(now.plus(length), 0, 0, 1)
                                : known.counted());
        if (window.count() > allowed) {
            Duration pause = Duration.between(now, window.end).plusSeconds(1);
            throw new TooManyRequestsError("Too many requests. Try again later.", pause);
        }
    }

    /**
     * What was counted here and is not shared yet; it counts on here until {@link #receive} brings the sum. In one
     * order, so that two nodes do not wait for each other's row.
     */
    List<Count> leaving() {
        Instant now = Instant.now();
        Map<String, Count> counts = new TreeMap<>();
        windows.asMap()
                .keySet()
                .forEach(key -> windows.asMap().computeIfPresent(key, (same, known) -> {
                    Window left = known.left();
                    if (left.leaving > 0 && left.end.isAfter(now)) {
                        counts.put(key, new Count(key, left.leaving, Duration.between(now, left.end)));
                    }
                    return left;
                }));
        return List.copyOf(counts.values());
    }

    /** Takes the sum of all nodes, in which what was leaving here is contained. */
    void receive(Count sum) {
        Instant end = Instant.now().plus(sum.left);
        windows.asMap()
                .compute(sum.key, (same, known) -> new Window(end, sum.calls, 0, known == null ? 0 : known.fresh));
    }
}
