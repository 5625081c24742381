package org.affogato.doctypes.ai_assistant.analytics;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.affogato.engine.document.Document;
import org.affogato.engine.spi.Context;
import org.jspecify.annotations.Nullable;

/**
 * The daily job: sums events and AI usage up into User Analytics Summary, Code Metrics and Team Analytics Summary.
 * Works month by month with a fixed number of statements each; a day that is summed up again stays as it is unless its
 * events changed.
 */
public final class Aggregation {
    /** Events of transactions that were still open at the last run. */
    private static final int OVERLAP_HOURS = 1;

    private final Context context;

    public Aggregation(Context context) {
        this.context = context;
    }

    /** Sums up all days that are over and have events or AI usage that no run has seen: yesterday, and what came late. */
    public Outcome pending() {
        LocalDateTime start = context.now();
        Outcome outcome = sumUp(unseenDays(start.toLocalDate()));
        remember(start);
        return outcome;
    }

    /** Sums up every day of a period that there is anything of. */
    public Outcome period(Period period) {
        SortedSet<LocalDate> days = new TreeSet<>();
        for (String doctype : List.of("Analytics Event", "Analytics Event Archive", "AI Usage Metrics")) {
            String sql = "SELECT DISTINCT DATE(`timestamp`) FROM {" + doctype
                    + "} WHERE `timestamp` >= ? AND `timestamp` < ?";
            days.addAll(days(sql, period.start(), period.end()));
        }
        String summaries = "SELECT DISTINCT date FROM {User Analytics Summary} WHERE date BETWEEN ? AND ?";
        days.addAll(days(summaries, period.first(), period.last()));
        return sumUp(days);
    }

    private Outcome sumUp(SortedSet<LocalDate> days) {
        Outcome outcome = new Outcome(0, 0, 0, 0);
        while (!days.isEmpty()) {
            LocalDate nextMonth = days.first().plusMonths(1).withDayOfMonth(1);
            SortedSet<LocalDate> inMonth = days.headSet(nextMonth);
            outcome = outcome.plus(month(new Period(inMonth.first(), inMonth.last())));
            inMonth.clear();
        }
        return outcome;
    }

    private SortedSet<LocalDate> unseenDays(LocalDate today) {
        Object until = context.documents().single(RetentionRules.SETTINGS, "aggregated_until");
        LocalDateTime since =
                until instanceof LocalDateTime at ? at.minusHours(OVERLAP_HOURS) : LocalDate.EPOCH.atStartOfDay();
        SortedSet<LocalDate> days = new TreeSet<>();
        for (String doctype : List.of("Analytics Event", "AI Usage Metrics")) {
            String sql =
                    "SELECT DISTINCT DATE(`timestamp`) FROM {" + doctype + "} WHERE modified >= ? AND `timestamp` < ?";
            days.addAll(days(sql, since, today.atStartOfDay()));
        }
        days.addAll(days("SELECT DISTINCT date FROM {User Analytics Summary} WHERE is_stale = 1 AND date < ?", today));
        return days;
    }

    /** Without the zero date, which the database keeps of a timestamp of 0: it is no day. */
    private List<LocalDate> days(String sql, Object... values) {
        return context
                .database()
                .query(sql, List.of(values), row -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private void remember(LocalDateTime start) {
        Context relaxed = context.with(context.flags().ignoringPermissions());
        Document settings = relaxed.documents().get(RetentionRules.SETTINGS, RetentionRules.SETTINGS);
        relaxed.documents().setValues(settings, Map.of("aggregated_until", start), false);
    }

    private Outcome month(Period month) {
        context.database().begin();
        Map<UserDay, DayFigures> days = new DayFold(context).all(month);
        keepWhatEventsAreGoneOf(days, month);
        long users = UserSummaries.write(context, month, days);
        long code = CodeRows.write(context, month, days);
        long teams = TeamSummaries.write(context, month);
        return new Outcome(days.size(), users, code, teams);
    }

    /** A summary of days whose events may be deleted already is not replaced by one of fewer events. */
    private void keepWhatEventsAreGoneOf(Map<UserDay, DayFigures> days, Period month) {
        RetentionRules retention = RetentionRules.of(context);
        LocalDate horizon = retention.deleteBefore(context.now().toLocalDate());
        if (!retention.enabled() || days.isEmpty() || !month.first().isBefore(horizon)) {
            return;
        }
        String sql =
                "SELECT `user`, date, event_count FROM {User Analytics Summary} WHERE date BETWEEN ? AND ? AND date < ?";
        context.database().stream(sql, List.of(month.first(), month.last(), horizon), row -> {
            UserDay day = new UserDay(row.getString(1), row.getObject(2, LocalDate.class));
            long known = row.getLong(3);
            days.computeIfPresent(day, (key, figures) -> figures.events() < known ? null : figures);
        });
    }

    /**
     * What a run did.
     *
     * @param days users' days that were summed up
     * @param users summaries written because they were new or different
     * @param code rows of Code Metrics written
     * @param teams team summaries written
     */
    public record Outcome(long days, long users, long code, long teams) {
        Outcome plus(Outcome more) {
            return new Outcome(days + more.days, users + more.users, code + more.code, teams + more.teams);
        }

        /** The outcome as a method answers it. */
        public Map<String, @Nullable Object> answer() {
            Map<String, @Nullable Object> answer = new LinkedHashMap<>();
            answer.put("success", true);
            answer.put("user_days", days);
            answer.put("user_summaries_written", users);
            answer.put("code_metrics_written", code);
            answer.put("team_summaries_written", teams);
            return answer;
        }
    }
}
