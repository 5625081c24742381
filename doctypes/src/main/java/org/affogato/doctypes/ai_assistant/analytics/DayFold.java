package org.affogato.doctypes.ai_assistant.analytics;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.affogato.engine.spi.Context;
import org.jspecify.annotations.Nullable;

/**
 * Reads the events and the AI usage of a period, archived ones too, with one statement each, and sums them up by user
 * and day.
 */
final class DayFold {
    private static final String EVENTS = """
            SELECT %1$s FROM {Analytics Event} e
            WHERE e.`timestamp` >= ? AND e.`timestamp` < ?%2$s
              AND NOT EXISTS (SELECT 1 FROM {Analytics Event Archive} a WHERE a.name = e.name)
            UNION ALL
            SELECT %1$s FROM {Analytics Event Archive} e WHERE e.`timestamp` >= ? AND e.`timestamp` < ?%2$s
            ORDER BY `timestamp`""";
    private static final String USAGE = """
            SELECT e.`user`, DATE(e.`timestamp`), SUM(COALESCE(e.tokens_input, 0) + COALESCE(e.tokens_output, 0)),
              SUM(COALESCE(e.cost_usd, 0))
            FROM {AI Usage Metrics} e WHERE e.`timestamp` >= ? AND e.`timestamp` < ?%s
            GROUP BY e.`user`, DATE(e.`timestamp`) ORDER BY 2, 1""";
    private static final String OPEN_DAYS_OF_USER =
            " AND e.`user` = ? AND NOT EXISTS (SELECT 1 FROM {User Analytics Summary} s "
                    + "WHERE s.`user` = e.`user` AND s.date = DATE(e.`timestamp`) AND s.is_stale = 0)";

    private final Context context;

    DayFold(Context context) {
        this.context = context;
    }

    /** Every user's days. */
    Map<UserDay, DayFigures> all(Period period) {
        return fold(period, "", null);
    }

    /** Those days of one user that no summary stands for yet. */
    Map<UserDay, DayFigures> openDays(String user, Period period) {
        return fold(period, OPEN_DAYS_OF_USER, user);
    }

    private Map<UserDay, DayFigures> fold(Period period, String condition, @Nullable String user) {
        Map<UserDay, DayFigures> days = new LinkedHashMap<>();
        List<Object> values = values(period, user);
        List<Object> twice = new ArrayList<>(values);
        twice.addAll(values);
        context.database().stream(EVENTS.formatted(EventRow.COLUMNS, condition), twice, row -> {
            EventRow event = EventRow.of(row);
            day(days, event.user(), event.time().toLocalDate()).add(event);
        });
        context.database().stream(USAGE.formatted(condition), values, row -> {
            BigDecimal cost = row.getBigDecimal(4);
            day(days, row.getString(1), row.getObject(2, LocalDate.class)).addUsage(row.getLong(3), cost);
        });
        return days;
    }

    private static DayFigures day(Map<UserDay, DayFigures> days, String user, LocalDate day) {
        return days.computeIfAbsent(new UserDay(user, day), key -> new DayFigures());
    }

    private static List<Object> values(Period period, @Nullable String user) {
        List<Object> values = new ArrayList<>(List.of(period.start(), period.end()));
        if (user != null) {
            values.add(user);
        }
        return values;
    }
}
