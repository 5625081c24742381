package org.affogato.doctypes.ai_assistant.analytics;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.affogato.engine.spi.Context;
import org.jspecify.annotations.Nullable;

/**
 * The monthly job: moves old events to Analytics Event Archive and deletes very old ones, by the rules of Analytics
 * Settings. What is not summed up yet is summed up first, so that no figure is lost.
 */
public final class Retention {
    private static final String COLUMNS =
            "name, creation, modified, modified_by, owner, docstatus, idx, event_id, `user`, event_type, "
                    + "event_category, event_name, event_data, `timestamp`, session_id, workspace_id, duration_ms, metadata";

    private final Context context;

    public Retention(Context context) {
        this.context = context;
    }

    /** Does what the settings say; nothing where they switch retention off. */
    public Map<String, @Nullable Object> byRules() {
        RetentionRules rules = RetentionRules.of(context);
        if (!rules.enabled()) {
            return answer(false, 0, 0);
        }
        LocalDate today = context.now().toLocalDate();
        return before(rules.archiveBefore(today), rules.deleteBefore(today));
    }

    /** Archives the events of days before the one date and deletes those of days before the other. */
    public Map<String, @Nullable Object> before(LocalDate archive, LocalDate delete) {
        new Aggregation(context).pending();
        long archived = archiveBefore(archive.isBefore(delete) ? delete : archive);
        long deleted = context.database()
                .execute("DELETE FROM {Analytics Event Archive} WHERE `timestamp` < ?", delete.atStartOfDay());
        return answer(true, archived, deleted);
    }

    private long archiveBefore(LocalDate day) {
        context.database()
                .execute(
                        "INSERT IGNORE INTO {Analytics Event Archive} (" + COLUMNS + ") SELECT " + COLUMNS
                                + " FROM {Analytics Event} WHERE `timestamp` < ?",
                        day.atStartOfDay());
        return context.database()
                .execute("DELETE e FROM {Analytics Event} e JOIN {Analytics Event Archive} a ON a.name = e.name");
    }

    private static Map<String, @Nullable Object> answer(boolean enabled, long archived, long deleted) {
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("success", true);
        answer.put("retention_enabled", enabled);
        answer.put("archived_count", archived);
        answer.put("deleted_count", deleted);
        return answer;
    }
}
