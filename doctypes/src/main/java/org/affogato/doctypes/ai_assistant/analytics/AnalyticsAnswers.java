package org.affogato.doctypes.ai_assistant.analytics;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.affogato.doctypes.ai_assistant.analytics.EventIntake.Intake;
import org.affogato.engine.spi.Context;
import org.jspecify.annotations.Nullable;

/** The answers of the module's methods, in the seed's keys. */
public final class AnalyticsAnswers {
    private static final int DAYS_SHOWN = 30;

    private final Context context;

    public AnalyticsAnswers(Context context) {
        this.context = context;
    }

    public Map<String, @Nullable Object> track(Map<String, @Nullable Object> event) {
        Map<String, @Nullable Object> answer = success();
        answer.put("event_id", new EventIntake(context).takeOne(event));
        return answer;
    }

    /**
     * {@code processed_count} counts events that are stored now and were not before, so that the counts of all calls
     * add up to the events there are.
     */
    public Map<String, @Nullable Object> trackBatch(List<?> events) {
        Intake intake = new EventIntake(context).take(events);
        boolean taken = intake.errors().size() < events.size() || events.isEmpty();
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("success", taken);
        answer.put("processed_count", intake.stored());
        answer.put("duplicate_count", intake.known());
        answer.put("refused_count", intake.errors().size());
        answer.put("errors", intake.errors());
        return answer;
    }

    public Map<String, @Nullable Object> userSummary(
            @Nullable String named, @Nullable String start, @Nullable String end, @Nullable List<?> metrics) {
        String user = new Visibility(context).user(named);
        Period period = period(start, end);
        List<String> wanted = metrics == null
                ? List.of()
                : metrics.stream().map(String::valueOf).toList();
        Map<String, @Nullable Object> answer = head(user, period);
        answer.put("summary", UserReport.of(context, user, period).figures(wanted));
        return answer;
    }

    public Map<String, @Nullable Object> codeMetrics(
            @Nullable String named, @Nullable String workspace, @Nullable String start, @Nullable String end) {
        String user = new Visibility(context).user(named);
        Period period = period(start, end);
        Map<String, @Nullable Object> answer = head(user, period);
        answer.put("metrics", CodeReport.of(context, user, workspace, period).figures());
        return answer;
    }

    public Map<String, @Nullable Object> aggregate(@Nullable String start, @Nullable String end) {
        Aggregation aggregation = new Aggregation(context);
        if (isBlank(start) && isBlank(end)) {
            return aggregation.pending().answer();
        }
        String only = isBlank(start) ? end : start;
        LocalDate day = Period.of(only, only, yesterday()).first();
        return aggregation.period(Period.of(start, end, new Period(day, day))).answer();
    }

    public Map<String, @Nullable Object> cleanUp(@Nullable String archiveBefore, @Nullable String deleteBefore) {
        Retention retention = new Retention(context);
        if (isBlank(archiveBefore) && isBlank(deleteBefore)) {
            return retention.byRules();
        }
        LocalDate delete = isBlank(deleteBefore)
                ? LocalDate.EPOCH
                : Period.of(deleteBefore, deleteBefore, yesterday()).first();
        LocalDate archive = isBlank(archiveBefore)
                ? delete
                : Period.of(archiveBefore, archiveBefore, yesterday()).first();
        return retention.before(archive, delete);
    }

    private Period yesterday() {
        LocalDate day = context.now().toLocalDate().minusDays(1);
        return new Period(day, day);
    }

    /** Without dates the last days up to today; with one of them as many days from or up to it. */
    private Period period(@Nullable String start, @Nullable String end) {
        LocalDate today = context.now().toLocalDate();
        LocalDate last = isBlank(end) ? today : Period.of(end, end, yesterday()).first();
        LocalDate first = last.minusDays(DAYS_SHOWN - 1L);
        return Period.of(start, end, new Period(first, last));
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private static Map<String, @Nullable Object> head(String user, Period period) {
        Map<String, @Nullable Object> answer = success();
        answer.put("user", user);
        answer.put("start_date", period.first());
        answer.put("end_date", period.last());
        return answer;
    }

    private static Map<String, @Nullable Object> success() {
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("success", true);
        return answer;
    }
}
