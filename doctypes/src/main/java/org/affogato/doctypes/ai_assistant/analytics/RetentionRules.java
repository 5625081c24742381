package org.affogato.doctypes.ai_assistant.analytics;

import java.time.LocalDate;
import org.affogato.engine.spi.Context;
import org.jspecify.annotations.Nullable;

/** How long events are kept, from Analytics Settings. */
record RetentionRules(boolean enabled, long archiveAfterDays, long deleteAfterDays) {
    static final String SETTINGS = "Analytics Settings";

    static RetentionRules of(Context context) {
        return new RetentionRules(
                number(context, "retention_enabled", 1) != 0,
                number(context, "archive_after_days", 90),
                number(context, "delete_after_days", 365));
    }

    private static long number(Context context, String fieldname, long otherwise) {
        @Nullable Object value = context.documents().single(SETTINGS, fieldname);
        String text = value == null ? "" : value.toString();
        return text.matches("\\d{1,9}") ? Long.parseLong(text) : otherwise;
    }

    LocalDate archiveBefore(LocalDate today) {
        return today.minusDays(archiveAfterDays);
    }

    LocalDate deleteBefore(LocalDate today) {
        return today.minusDays(deleteAfterDays);
    }
}
