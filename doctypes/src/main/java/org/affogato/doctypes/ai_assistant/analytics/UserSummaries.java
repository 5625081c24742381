package org.affogato.doctypes.ai_assistant.analytics;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.affogato.doctypes.ai_assistant.analytics.SummaryTable.SummaryRow;
import org.affogato.engine.spi.Context;
import org.jspecify.annotations.Nullable;

/** User Analytics Summary: one row a user and day with events or AI usage. */
public final class UserSummaries {
    private static final SummaryTable TABLE = new SummaryTable(
            "User Analytics Summary",
            List.of("user", "date"),
            List.of(
                    "commands_used",
                    "ai_requests",
                    "tokens_used",
                    "files_edited",
                    "lines_changed",
                    "time_active_minutes",
                    "most_used_command",
                    "most_edited_language",
                    "productivity_score",
                    "event_count",
                    "cost_usd",
                    "commands",
                    "languages",
                    "is_stale"));

    private UserSummaries() {}

    /** The name of a user's summary of a day. */
    public static String nameOf(String user, LocalDate day) {
        return SummaryTable.nameOf(user, day);
    }

    static long write(Context context, Period period, Map<UserDay, DayFigures> days) {
        List<SummaryRow> rows = new ArrayList<>();
        days.forEach((day, figures) -> rows.add(new SummaryRow(day.user(), values(day, figures))));
        return TABLE.write(context, "date BETWEEN ? AND ?", List.of(period.first(), period.last()), rows);
    }

    private static Map<String, @Nullable Object> values(UserDay day, DayFigures figures) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("user", day.user());
        values.put("date", day.day());
        values.put("commands_used", figures.commandsUsed());
        values.put("ai_requests", figures.aiRequests());
        values.put("tokens_used", figures.tokens());
        values.put("files_edited", figures.filesEdited());
        values.put("lines_changed", figures.linesChanged());
        values.put("time_active_minutes", figures.activeMinutes());
        values.put("most_used_command", figures.commands().most());
        values.put("most_edited_language", figures.languages().most());
        values.put("productivity_score", ProductivityScore.of(figures));
        values.put("event_count", figures.events());
        values.put("cost_usd", figures.cost());
        values.put("commands", figures.commands().json().toString());
        values.put("languages", figures.languages().json().toString());
        values.put("is_stale", 0L);
        return values;
    }
}
