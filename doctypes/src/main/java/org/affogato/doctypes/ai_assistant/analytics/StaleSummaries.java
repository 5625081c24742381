package org.affogato.doctypes.ai_assistant.analytics;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.affogato.engine.spi.Context;
import org.jspecify.annotations.Nullable;

/**
 * Marks summaries whose events changed after they were written: answers then count the events themselves until the
 * next aggregation.
 */
public final class StaleSummaries {
    private final Context context;

    public StaleSummaries(Context context) {
        this.context = context;
    }

    /** Marks the day of one user. */
    public void mark(String user, LocalDate day) {
        mark(Set.of(new UserDay(user, day)));
    }

    void markDaysOf(Collection<TrackedEvent> events) {
        Set<UserDay> days = new LinkedHashSet<>();
        for (TrackedEvent event : events) {
            days.add(new UserDay(event.user(), event.timestamp().toLocalDate()));
        }
        mark(days);
    }

    private void mark(Set<UserDay> changed) {
        List<String> names = new ArrayList<>();
        context.database().stream(select(changed), values(changed), row -> {
            if (changed.contains(new UserDay(row.getString(2), row.getObject(3, LocalDate.class)))) {
                names.add(row.getString(1));
            }
        });
        if (!names.isEmpty()) {
            context.database()
                    .execute(
                            "UPDATE {User Analytics Summary} SET is_stale = 1 WHERE name IN (" + marks(names.size())
                                    + ")",
                            names.toArray());
        }
    }

    private static String select(Set<UserDay> changed) {
        return "SELECT name, `user`, date FROM {User Analytics Summary} WHERE `user` IN ("
                + marks(users(changed).size()) + ") AND date BETWEEN ? AND ? AND is_stale = 0";
    }

    private static List<@Nullable Object> values(Set<UserDay> changed) {
        List<LocalDate> days = changed.stream().map(UserDay::day).sorted().toList();
        List<@Nullable Object> values = new ArrayList<>(users(changed));
        values.add(days.getFirst());
        values.add(days.getLast());
        return values;
    }

    private static List<String> users(Set<UserDay> changed) {
        return changed.stream().map(UserDay::user).distinct().toList();
    }

    private static String marks(int count) {
        return String.join(", ", Collections.nCopies(count, "?"));
    }
}
