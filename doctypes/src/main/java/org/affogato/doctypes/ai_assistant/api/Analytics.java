package org.affogato.doctypes.ai_assistant.api;

import java.util.List;
import java.util.Map;
import org.affogato.doctypes.ai_assistant.analytics.AnalyticsAnswers;
import org.affogato.engine.spi.Arguments;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.Requires;
import org.affogato.engine.spi.Requires.Access;
import org.affogato.engine.spi.Whitelisted;
import org.affogato.engine.spi.WhitelistedMethods;
import org.jspecify.annotations.Nullable;

/**
 * {@code ai_assistant.api.analytics}: events in, figures out. Older clients call the methods by flat names
 * ({@code analytics_track_event}).
 */
public final class Analytics implements WhitelistedMethods {
    private static final String MODULE = "ai_assistant.api.analytics.";
    private static final String FLAT = "ai_assistant.api.analytics_";

    /** Tracks one event of the caller; a System Manager may name another user. */
    @Whitelisted(
            value = {MODULE + "track_event", FLAT + "track_event"},
            verbs = "POST")
    @Requires(access = Access.OWN_DATA)
    public Map<String, @Nullable Object> trackEvent(Context context, Arguments arguments) {
        return new AnalyticsAnswers(context).track(arguments.values());
    }

    /** Tracks many events; what is wrong with some does not stop the others. */
    @Whitelisted(
            value = {MODULE + "track_batch_events", FLAT + "track_batch_events"},
            verbs = "POST")
    @Requires(access = Access.OWN_DATA)
    public Map<String, @Nullable Object> trackBatchEvents(Context context, List<?> events) {
        return new AnalyticsAnswers(context).trackBatch(events);
    }

    /** The figures of a user, the caller where none is named, over the last 30 days where no dates are. */
    @Whitelisted({MODULE + "get_user_summary", FLAT + "get_user_summary"})
    @Requires(access = Access.ANY_USER)
    public Map<String, @Nullable Object> getUserSummary(
            Context context,
            @Nullable String user,
            @Nullable String startDate,
            @Nullable String endDate,
            @Nullable List<?> metrics) {
        return new AnalyticsAnswers(context).userSummary(user, startDate, endDate, metrics);
    }

    /** What a user did to code, in one workspace or all. */
    @Whitelisted({MODULE + "get_code_metrics", FLAT + "get_code_metrics"})
    @Requires(access = Access.ANY_USER)
    public Map<String, @Nullable Object> getCodeMetrics(
            Context context,
            @Nullable String user,
            @Nullable String workspaceId,
            @Nullable String startDate,
            @Nullable String endDate) {
        return new AnalyticsAnswers(context).codeMetrics(user, workspaceId, startDate, endDate);
    }

    /** Runs the daily job: for the days named, else for all that are over and not summed up. */
    @Whitelisted(value = MODULE + "aggregate_daily_analytics", verbs = "POST")
    @Requires(role = "System Manager")
    public Map<String, @Nullable Object> aggregateDailyAnalytics(
            Context context, @Nullable String startDate, @Nullable String endDate) {
        return new AnalyticsAnswers(context).aggregate(startDate, endDate);
    }

    /** Runs the monthly job: by Analytics Settings, else for days before the dates named. */
    @Whitelisted(value = MODULE + "cleanup_analytics_data", verbs = "POST")
    @Requires(role = "System Manager")
    public Map<String, @Nullable Object> cleanupAnalyticsData(
            Context context, @Nullable String archiveBefore, @Nullable String deleteBefore) {
        return new AnalyticsAnswers(context).cleanUp(archiveBefore, deleteBefore);
    }
}
