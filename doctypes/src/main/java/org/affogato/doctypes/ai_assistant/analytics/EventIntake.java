package org.affogato.doctypes.ai_assistant.analytics;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.spi.Context;
import org.jspecify.annotations.Nullable;

/**
 * Takes events in: checks each for itself, stores the good ones with one statement a {@value #ROWS} rows, and lets the
 * primary key ({@code event_id}) drop those that are there already, so that sending an event again changes nothing.
 */
public final class EventIntake {
    /** Events that one call may bring. */
    private static final int MOST = 10_000;

    private static final int ROWS = 500;
    private static final String INSERT =
            "INSERT IGNORE INTO {Analytics Event} (name, creation, modified, owner, modified_by, event_id, "
                    + "`user`, event_type, event_category, event_name, event_data, `timestamp`, session_id, workspace_id, duration_ms, metadata) VALUES ";
    private static final String ROW = "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final Context context;

    public EventIntake(Context context) {
        this.context = context;
    }

    /** Takes one event; answers its id. */
    public String takeOne(Map<String, ?> sent) {
        KnownUsers users = KnownUsers.among(List.of(sent), context);
        try {
            TrackedEvent event = new EventReader(context, users).read(sent);
            store(List.of(event));
            return event.eventId();
        } catch (RefusedEvent refused) {
            throw new ValidationError(refused.reason());
        }
    }

    /** Takes what is good of a batch; answers counts and, for what is refused, index and reason. */
    public Intake take(List<?> sent) {
        if (sent.size() > MOST) {
            throw new ValidationError("A batch has at most %d events".formatted(MOST));
        }
        EventReader reader = new EventReader(context, KnownUsers.among(sent, context));
        List<TrackedEvent> good = new ArrayList<>(sent.size());
        List<Map<String, @Nullable Object>> errors = new ArrayList<>();
        for (int index = 0; index < sent.size(); index++) {
            try {
                good.add(reader.read(sent.get(index)));
            } catch (RefusedEvent refused) {
                errors.add(error(index, sent.get(index), refused));
            }
        }
        long stored = store(good);
        return new Intake(stored, good.size() - stored, errors);
    }

    private static Map<String, @Nullable Object> error(int index, @Nullable Object sent, RefusedEvent refused) {
        Map<String, @Nullable Object> error = new LinkedHashMap<>();
        error.put("index", index);
        error.put("event_id", sent instanceof Map<?, ?> map && map.get("event_id") instanceof String id ? id : null);
        error.put("reason", refused.reason());
        return error;
    }

    private long store(List<TrackedEvent> events) {
        if (events.isEmpty()) {
            return 0;
        }
        // in the order of the key, so that parallel calls with the same events wait for each other and never deadlock
        List<TrackedEvent> sorted = events.stream()
                .sorted(Comparator.comparing(TrackedEvent::eventId))
                .toList();
        long stored = 0;
        for (int from = 0; from < sorted.size(); from += ROWS) {
            stored += insert(sorted.subList(from, Math.min(from + ROWS, sorted.size())));
        }
        if (stored > 0) {
            new StaleSummaries(context).markDaysOf(events);
        }
        return stored;
    }

    private long insert(List<TrackedEvent> rows) {
        LocalDateTime now = context.now();
        List<@Nullable Object> values = new ArrayList<>(rows.size() * 16);
        StringBuilder sql = new StringBuilder(INSERT.length() + rows.size() * (ROW.length() + 1)).append(INSERT);
        for (int i = 0; i < rows.size(); i++) {
            sql.append(i == 0 ? "" : ",").append(ROW);
            addValues(values, rows.get(i), now);
        }
        return context.database().execute(sql.toString(), values.toArray());
    }

    private void addValues(List<@Nullable Object> values, TrackedEvent event, LocalDateTime now) {
        values.add(event.eventId());
        values.add(now);
        values.add(now);
        values.add(event.user());
        values.add(context.user());
        values.add(event.eventId());
        values.add(event.user());
        values.add(event.type());
        values.add(event.category());
        values.add(event.name());
        values.add(event.data());
        values.add(event.timestamp());
        values.add(event.sessionId());
        values.add(event.workspaceId());
        values.add(event.durationMs());
        values.add(event.metadata());
    }

    /**
     * What became of a batch.
     *
     * @param stored events that were new
     * @param known events that were there already, or twice in the batch
     * @param errors index, event_id and reason of each event that is refused
     */
    public record Intake(long stored, long known, List<Map<String, @Nullable Object>> errors) {}
}
