package org.affogato.doctypes.ai_assistant;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.affogato.doctypes.ai_assistant.ai_assistant.doctype.organization.Organization;
import org.affogato.doctypes.ai_assistant.analytics.Aggregation;
import org.affogato.doctypes.ai_assistant.analytics.OwnRecords;
import org.affogato.doctypes.ai_assistant.analytics.Retention;
import org.affogato.doctypes.ai_assistant.analytics.Roles;
import org.affogato.doctypes.ai_assistant.analytics.doctype.analytics_event.AnalyticsEvent;
import org.affogato.doctypes.ai_assistant.analytics.doctype.code_metrics.CodeMetrics;
import org.affogato.doctypes.ai_assistant.analytics.doctype.team_analytics_summary.TeamAnalyticsSummary;
import org.affogato.doctypes.ai_assistant.analytics.doctype.user_analytics_summary.UserAnalyticsSummary;
import org.affogato.doctypes.ai_assistant.api.Analytics;
import org.affogato.engine.spi.App;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.DocumentController;
import org.affogato.engine.spi.TableIndex;
import org.affogato.engine.spi.WhitelistedMethods;

/** Manifest of the assistant for teams of developers. */
@Singleton
public final class AiAssistant implements App {
    private static final String ANALYTICS = "ai_assistant.api.analytics.";

    @Override
    public String name() {
        return "ai_assistant";
    }

    @Override
    public List<String> modules() {
        return List.of("AI Assistant", "Analytics");
    }

    @Override
    public List<DocumentController> controllers() {
        return List.of(
                new AnalyticsEvent(),
                new CodeMetrics(),
                new OwnRecords("AI Usage Metrics", true),
                new OwnRecords("Analytics Dashboard Config", false),
                new Organization(),
                new TeamAnalyticsSummary(),
                new UserAnalyticsSummary());
    }

    @Override
    public List<WhitelistedMethods> methods() {
        return List.of(new Analytics());
    }

    @Override
    public List<TableIndex> indexes() {
        return List.of(
                TableIndex.of("AI Usage Metrics", "user_timestamp_index", "user", "timestamp"),
                TableIndex.of("Analytics Event", "user_timestamp_index", "user", "timestamp"),
                TableIndex.of("Code Metrics", "user_timestamp_index", "user", "timestamp"),
                TableIndex.of("Organization Member", "user_role_index", "user", "role"),
                TableIndex.unique("Team Analytics Summary", "unique_organization_date", "organization", "date"),
                TableIndex.unique("User Analytics Summary", "unique_user_date", "user", "date"));
    }

    @Override
    public List<ScheduledJob> scheduledJobs() {
        return List.of(
                new ScheduledJob(
                        ANALYTICS + "aggregate_daily_analytics",
                        "0 2 * * *",
                        context -> new Aggregation(context).pending()),
                new ScheduledJob(
                        ANALYTICS + "cleanup_analytics_data",
                        "30 3 1 * *",
                        context -> new Retention(context).byRules()));
    }

    @Override
    public void afterMigrate(Context context) {
        if (!context.documents().exists("Role", Roles.ANALYTICS_MANAGER)) {
            Context relaxed = context.with(context.flags().migrating());
            Map<String, Object> role = Map.of("role_name", Roles.ANALYTICS_MANAGER, "desk_access", 1L);
            relaxed.documents().insert(relaxed.documents().create("Role", role));
        }
    }
}
