package org.affogato.doctypes.ai_assistant.analytics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.spi.Context;
import org.jspecify.annotations.Nullable;

/**
 * The figures of one user over a period: from summaries for days that have one, from the events for the others, so
 * that each day counts once. Counts are sums over days; the score is the mean of the days on which the user was active.
 */
final class UserReport {
    private static final String SUMMARIES =
            "SELECT commands_used, ai_requests, tokens_used, files_edited, lines_changed, time_active_minutes, "
                    + "productivity_score, commands, languages FROM {User Analytics Summary} "
                    + "WHERE `user` = ? AND date BETWEEN ? AND ? AND is_stale = 0";

    private final Tally sums = new Tally();
    private final Tally commands = new Tally();
    private final Tally languages = new Tally();
    private BigDecimal scores = BigDecimal.ZERO;
    private long days;

    static UserReport of(Context context, String user, Period period) {
        UserReport report = new UserReport();
        context.database().begin();
        context.database().stream(SUMMARIES, List.of(user, period.first(), period.last()), row -> {
            for (String column : new String[] {
                "commands_used", "ai_requests", "tokens_used", "files_edited", "lines_changed", "time_active_minutes"
            }) {
                report.sums.add(column, row.getLong(column));
            }
            report.commands.addAll(Tally.of(StoredJson.read(row.getString("commands"))));
            report.languages.addAll(Tally.of(StoredJson.read(row.getString("languages"))));
            report.addScore(row.getBigDecimal("productivity_score"));
        });
        new DayFold(context).openDays(user, period).values().forEach(report::add);
        return report;
    }

    private void add(DayFigures day) {
        sums.add("commands_used", day.commandsUsed());
        sums.add("ai_requests", day.aiRequests());
        sums.add("tokens_used", day.tokens());
        sums.add("files_edited", day.filesEdited());
        sums.add("lines_changed", day.linesChanged());
        sums.add("time_active_minutes", day.activeMinutes());
        commands.addAll(day.commands());
        languages.addAll(day.languages());
        addScore(ProductivityScore.of(day));
    }

    private void addScore(BigDecimal score) {
        scores = scores.add(score);
        days++;
    }

    /** The figures under their names; only those asked for where any are. */
    Map<String, @Nullable Object> figures(List<String> metrics) {
        Map<String, @Nullable Object> all = all();
        if (metrics.isEmpty()) {
            return all;
        }
        Map<String, @Nullable Object> chosen = new LinkedHashMap<>();
        for (String metric : metrics) {
            if (!all.containsKey(metric)) {
                throw new ValidationError(
                        "metrics has \"%s\", which is none of %s".formatted(metric, String.join(", ", all.keySet())));
            }
            chosen.put(metric, all.get(metric));
        }
        return chosen;
    }

    private Map<String, @Nullable Object> all() {
        Map<String, Long> known = sums.byCount();
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        for (String metric : List.of(
                "commands_used",
                "ai_requests",
                "tokens_used",
                "files_edited",
                "lines_changed",
                "time_active_minutes")) {
            all.put(metric, known.getOrDefault(metric, 0L));
        }
        all.put("most_used_command", commands.most());
        all.put("most_edited_language", languages.most());
        all.put("productivity_score", meanScore());
        all.put("active_days", days);
        return all;
    }

    private double meanScore() {
        if (days == 0) {
            return 0;
        }
        return scores.divide(BigDecimal.valueOf(days), 2, RoundingMode.HALF_UP).doubleValue();
    }
}
