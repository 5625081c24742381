package org.affogato.doctypes.ai_assistant.analytics;

import java.time.Duration;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** How long a user was active, from the times of events in order: short gaps count, each run of events adds a minute. */
final class ActiveTime {
    private static final Duration LONGEST_GAP = Duration.ofMinutes(10);

    private Duration gaps = Duration.ZERO;
    private long runs;
    private @Nullable LocalDateTime last;

    void add(LocalDateTime time) {
        Duration gap = last == null ? null : Duration.between(last, time);
        if (gap == null || gap.compareTo(LONGEST_GAP) > 0) {
            runs++;
        } else {
            gaps = gaps.plus(gap);
        }
        last = time;
    }

    /** Whole minutes; a begun one does not count. */
    long minutes() {
        return gaps.toMinutes() + runs;
    }
}
