package org.affogato.doctypes.ai_assistant.analytics;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.affogato.doctypes.ai_assistant.analytics.SummaryTable.SummaryRow;
import org.affogato.engine.spi.Context;
import org.jspecify.annotations.Nullable;

/**
 * Team Analytics Summary: one row an organization and day on which a member was active. Members are those at the time
 * of the aggregation.
 */
final class TeamSummaries {
    private static final SummaryTable TABLE = new SummaryTable(
            "Team Analytics Summary",
            List.of("organization", "date"),
            List.of(
                    "active_users",
                    "total_commands",
                    "total_ai_requests",
                    "total_tokens",
                    "total_cost_usd",
                    "top_users",
                    "top_commands",
                    "average_productivity_score"));
    private static final String MEMBERS_DAYS = """
            SELECT m.parent AS organization, s.date, s.`user`, s.event_count, s.productivity_score, s.commands,
              s.ai_requests, s.tokens_used, s.cost_usd
            FROM (SELECT DISTINCT parent, `user` FROM {Organization Member} WHERE parenttype = 'Organization') m
            JOIN {User Analytics Summary} s ON s.`user` = m.`user`
            WHERE s.date BETWEEN ? AND ?
            ORDER BY s.date, m.parent, s.`user`""";

    private TeamSummaries() {}

    static long write(Context context, Period period) {
        Map<TeamDay, TeamFigures> days = new LinkedHashMap<>();
        List<LocalDate> values = List.of(period.first(), period.last());
        context.database().stream(MEMBERS_DAYS, values, row -> {
            TeamDay day = new TeamDay(row.getString("organization"), row.getObject("date", LocalDate.class));
            days.computeIfAbsent(day, key -> new TeamFigures()).add(row);
        });
        List<SummaryRow> rows = new ArrayList<>();
        days.forEach((day, figures) -> rows.add(new SummaryRow(Context.ADMINISTRATOR, values(day, figures))));
        return TABLE.write(context, "date BETWEEN ? AND ?", values, rows);
    }

    private static Map<String, @Nullable Object> values(TeamDay day, TeamFigures figures) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("organization", day.organization());
        values.put("date", day.day());
        values.put("active_users", figures.activeUsers());
        values.put("total_commands", figures.commandsUsed());
        values.put("total_ai_requests", figures.aiRequests());
        values.put("total_tokens", figures.tokens());
        values.put("total_cost_usd", figures.cost());
        values.put("top_users", figures.topUsers());
        values.put("top_commands", figures.topCommands());
        values.put("average_productivity_score", figures.averageScore());
        return values;
    }

    private record TeamDay(String organization, LocalDate day) {}
}
