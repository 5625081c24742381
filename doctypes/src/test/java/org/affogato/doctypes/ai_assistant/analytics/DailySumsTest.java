package org.affogato.doctypes.ai_assistant.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.affogato.doctypes.testing.AppSite;
import org.affogato.doctypes.testing.SharedSite;
import org.affogato.engine.error.DoesNotExistError;
import org.affogato.engine.error.PermissionError;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.spi.Context;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Days are summed up by the rules, once or twice alike, and answers agree before and after. */
class DailySumsTest {
    private static final String API = "ai_assistant.api.analytics.";
    private static final String GINA = "gina@example.com";
    private static final String HANS = "hans@example.com";

    @RegisterExtension
    static final SharedSite SITE = new SharedSite();

    private static AppSite site;

    private int events;

    @BeforeAll
    static void prepare() {
        site = SITE.get();
        site.makeUser(GINA);
        site.makeUser(HANS);
    }

    @BeforeEach
    @AfterEach
    void empty() {
        site.asAdministrator(context -> {
            for (String doctype : List.of(
                    "Analytics Event",
                    "Analytics Event Archive",
                    "User Analytics Summary",
                    "Team Analytics Summary",
                    "Code Metrics",
                    "AI Usage Metrics",
                    "Organization Member",
                    "Organization")) {
                context.database().execute("DELETE FROM {" + doctype + "}");
            }
            return context.database().execute("DELETE FROM `tabSingles` WHERE doctype = 'Analytics Settings'");
        });
    }

    @Test
    void sumsUpADayByTheRules() {
        aDayOfWork();
        Map<String, Object> before = summary(GINA, "2024-01-10", "2024-01-10");
        assertThat(before)
                .contains(
                        entry("commands_used", 4L),
                        entry("ai_requests", 1L),
                        entry("tokens_used", 0L),
                        entry("files_edited", 2L),
                        entry("lines_changed", 23L),
                        entry("most_used_command", "a.first"),
                        entry("most_edited_language", "go"));
        // 09:00, 09:10 and 09:10:30 are one run, 11:00 with the rest of that minute another: 10 + 0 + 2 minutes
        assertThat(before).containsEntry("time_active_minutes", 12L).containsEntry("active_days", 1L);

        aggregate("2024-01-10", "2024-01-10");
        assertThat(site.count(
                        "SELECT COUNT(*) FROM {User Analytics Summary} WHERE `user` = ? AND owner = ?", GINA, GINA))
                .isEqualTo(1);
        assertThat(summary(GINA, "2024-01-10", "2024-01-10")).isEqualTo(before);
    }

    private void aDayOfWork() {
        track(GINA, "2024-01-10 09:00:00", "command", "b.second", null);
        track(GINA, "2024-01-10 09:10:00", "command", "a.first", null);
        track(GINA, "2024-01-10 09:10:30", "command", "a.first", null);
        track(GINA, "2024-01-10 11:00:00", "command", "b.second", null);
        track(GINA, "2024-01-10 11:00:01", "ai_request", "chat", null);
        track(GINA, "2024-01-10 11:00:02", "file_edit", "file.saved", edit("a.py", "python", 10, 0));
        track(GINA, "2024-01-10 11:00:03", "file_edit", "file.saved", edit("a.py", "go", 5, 5));
        track(GINA, "2024-01-10 11:00:04", "file_edit", "file.saved", edit("A.py", null, 1, 2));
    }

    @Test
    void changesNothingTheSecondTime() {
        aDayOfWork();
        assertThat(aggregate("2024-01-09", "2024-01-11")).containsEntry("user_summaries_written", 1L);
        assertThat(aggregate("2024-01-09", "2024-01-11"))
                .containsEntry("user_days", 1L)
                .containsEntry("user_summaries_written", 0L)
                .containsEntry("code_metrics_written", 0L)
                .containsEntry("team_summaries_written", 0L);
    }

    @Test
    void answersWithLateEventsAtOnce() {
        aDayOfWork();
        aggregate("2024-01-10", "2024-01-10");
        track(GINA, "2024-01-10 12:00:00", "command", "late", null);
        assertThat(summary(GINA, "2024-01-10", "2024-01-10")).containsEntry("commands_used", 5L);
        assertThat(code(GINA, null)).containsEntry("lines_changed", 23L);
        assertThat(aggregatePending()).containsEntry("user_summaries_written", 1L);
        assertThat(summary(GINA, "2024-01-10", "2024-01-10")).containsEntry("commands_used", 5L);
        assertThat(aggregatePending()).containsEntry("user_summaries_written", 0L);
    }

    @Test
    void joinsSummariesAndEventsWithoutCountingTwice() {
        track(GINA, "2024-01-10 09:00:00", "command", "one", null);
        aggregate("2024-01-10", "2024-01-10");
        track(GINA, "2024-01-11 09:00:00", "command", "two", null);
        track(GINA, "2024-01-11 09:00:01", "command", "two", null);
        assertThat(summary(GINA, "2024-01-01", "2024-01-31"))
                .containsEntry("commands_used", 3L)
                .containsEntry("most_used_command", "two")
                .containsEntry("active_days", 2L);
        assertThat(summary(GINA, "2024-01-11", "2024-01-11")).containsEntry("commands_used", 2L);
    }

    @Test
    void addsTokensOfTheDay() {
        insert(
                "AI Usage Metrics",
                Map.of("user", GINA, "timestamp", "2024-02-01 10:00:00", "tokens_input", 10, "tokens_output", 5));
        insert("AI Usage Metrics", Map.of("user", GINA, "timestamp", "2024-02-01 23:59:59", "tokens_input", 1));
        assertThat(summary(GINA, "2024-02-01", "2024-02-01")).containsEntry("tokens_used", 16L);
        aggregate("2024-02-01", "2024-02-01");
        assertThat(summary(GINA, "2024-02-01", "2024-02-01")).containsEntry("tokens_used", 16L);
    }

    @Test
    void writesCodeMetricsByWorkspaceAndAddsThoseOfClients() {
        trackIn("one", "2024-01-10 09:00:00", "file_edit", "file.saved", edit("src/a.py", "python", 3, 1));
        trackIn("one", "2024-01-10 09:00:01", "command", "git.commit", null);
        trackIn("two", "2024-01-10 09:00:02", "file_edit", "file.saved", edit("src/a.py", "python", 7, 0));
        Map<String, Object> before = code(GINA, "one");
        assertThat(before)
                .contains(entry("files_edited", 1L), entry("lines_changed", 4L), entry("commit_count", 1L))
                .containsEntry("languages", Map.of("python", 4L))
                .containsEntry("file_types", Map.of("py", 1L));
        aggregate("2024-01-10", "2024-01-10");
        assertThat(code(GINA, "one")).isEqualTo(before);
        assertThat(code(GINA, null)).contains(entry("lines_changed", 11L), entry("files_edited", 2L));
        insert("Code Metrics", Map.of("user", GINA, "timestamp", "2024-01-10 10:00:00", "lines_added", 5));
        assertThat(code(GINA, null)).containsEntry("lines_changed", 16L);
    }

    @Test
    void sumsUpTeamsByTheirMembers() {
        insert(
                "Organization",
                Map.of(
                        "organization_name",
                        "Acme",
                        "members",
                        List.of(Map.of("user", GINA, "role", "manager"), Map.of("user", HANS, "role", "member"))));
        track(GINA, "2024-01-10 09:00:00", "command", "one", null);
        track(HANS, "2024-01-10 09:00:00", "command", "two", null);
        track(HANS, "2024-01-10 09:00:01", "command", "two", null);
        assertThat(aggregate("2024-01-10", "2024-01-10")).containsEntry("team_summaries_written", 1L);
        assertThat(
                        site.count(
                                "SELECT active_users * 100 + total_commands FROM {Team Analytics Summary} WHERE organization = 'Acme'"))
                .isEqualTo(203);
        assertThat(site.count(
                        "SELECT COUNT(*) FROM {Team Analytics Summary} WHERE JSON_VALUE(top_users, '$[0].user') = ? "
                                + "AND JSON_VALUE(top_commands, '$[0].command') = 'two'",
                        HANS))
                .isEqualTo(1);
    }

    @Test
    void showsManagersTheirMembersAndNobodyElse() {
        insert(
                "Organization",
                Map.of(
                        "organization_name",
                        "Acme",
                        "members",
                        List.of(Map.of("user", GINA, "role", "manager"), Map.of("user", HANS, "role", "member"))));
        track(HANS, "2024-01-10 09:00:00", "command", "two", null);
        assertThat(summaryAs(GINA, HANS)).containsEntry("commands_used", 1L);
        assertThatThrownBy(() -> summaryAs(HANS, GINA)).isInstanceOf(PermissionError.class);
        assertThatThrownBy(() -> summaryAs(HANS, "nobody@example.com")).isInstanceOf(PermissionError.class);
        assertThatThrownBy(() -> summaryAs(Context.ADMINISTRATOR, "nobody@example.com"))
                .isInstanceOf(DoesNotExistError.class);
    }

    @Test
    void leavesOutEventsWithoutADay() {
        aDayOfWork();
        site.asAdministrator(context -> context.database()
                .execute("UPDATE {Analytics Event} SET `timestamp` = 0 WHERE event_id = ?", "sum-" + events));
        assertThat(aggregatePending()).containsEntry("user_summaries_written", 1L);
    }

    @Test
    void startsAnewWhereTheLastRunIsNoMoment() {
        aDayOfWork();
        site.asAdministrator(context -> context.database()
                .execute("INSERT INTO `tabSingles` (`doctype`, `field`, `value`)"
                        + " VALUES ('Analytics Settings', 'aggregated_until', 'soon')"));
        assertThat(aggregatePending()).containsEntry("user_summaries_written", 1L);
    }

    @Test
    void takesAPeriodOfAnyLength() {
        aDayOfWork();
        assertThat(aggregate("0001-01-01", "9999-12-31")).containsEntry("user_summaries_written", 1L);
    }

    @Test
    void answersTheMetricsAskedFor() {
        Map<String, Object> asked = new LinkedHashMap<>(Map.of("user", GINA, "metrics", List.of("ai_requests")));
        assertThat(site.call(GINA, API + "get_user_summary", asked).get("summary"))
                .isEqualTo(Map.of("ai_requests", 0L));
        asked.put("metrics", List.of("shoe_size"));
        assertThatThrownBy(() -> site.call(GINA, API + "get_user_summary", asked))
                .isInstanceOf(ValidationError.class);
        asked.put("start_date", "soon");
        assertThatThrownBy(() -> site.call(GINA, API + "get_user_summary", asked))
                .isInstanceOf(ValidationError.class);
    }

    @Test
    void leavesTheJobsToSystemManagers() {
        assertThatThrownBy(() -> site.call(GINA, API + "aggregate_daily_analytics", Map.of()))
                .isInstanceOf(PermissionError.class);
        assertThatThrownBy(() -> site.call(GINA, API + "cleanup_analytics_data", Map.of()))
                .isInstanceOf(PermissionError.class);
    }

    @Test
    void archivesAndDeletesOldEventsButKeepsTheirSums() {
        track(GINA, "2012-01-10 09:00:00", "command", "old", null);
        track(GINA, "2024-01-10 09:00:00", "command", "newer", null);
        Map<String, Object> cleaned = site.call(
                Context.ADMINISTRATOR,
                API + "cleanup_analytics_data",
                Map.of("archive_before", "2024-02-01", "delete_before", "2013-01-01"));
        assertThat(cleaned).containsEntry("archived_count", 2L).containsEntry("deleted_count", 1L);
        assertThat(summary(GINA, "2012-01-01", "2024-12-31")).containsEntry("commands_used", 2L);
        aggregate("2012-01-01", "2024-12-31");
        assertThat(summary(GINA, "2012-01-01", "2024-12-31")).containsEntry("commands_used", 2L);
    }

    @Test
    void cleansUpNothingWhereRetentionIsOff() {
        track(GINA, "2012-01-10 09:00:00", "command", "old", null);
        site.asAdministrator(context -> {
            var settings = context.documents().get("Analytics Settings", "Analytics Settings");
            return context.documents().save(settings.set("retention_enabled", 0L));
        });
        assertThat(site.call(Context.ADMINISTRATOR, API + "cleanup_analytics_data", Map.of()))
                .containsEntry("archived_count", 0L);
        assertThat(site.count("SELECT COUNT(*) FROM {Analytics Event}")).isEqualTo(1);
    }

    private void track(String user, String time, String type, String name, Map<String, Object> data) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("event_id", "sum-" + ++events);
        event.put("user", user);
        event.put("timestamp", time);
        event.put("event_type", type);
        event.put("event_name", name);
        event.put("event_data", data);
        site.call(Context.ADMINISTRATOR, API + "track_event", event);
    }

    private void trackIn(String workspace, String time, String type, String name, Map<String, Object> data) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("event_id", "sum-" + ++events);
        event.put("workspace_id", workspace);
        event.put("timestamp", time);
        event.put("event_type", type);
        event.put("event_name", name);
        event.put("event_data", data);
        site.call(GINA, API + "track_event", event);
    }

    private static Map<String, Object> edit(String file, String language, int added, int deleted) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("file", file);
        data.put("language", language);
        data.put("lines_added", added);
        data.put("lines_deleted", deleted);
        return data;
    }

    private static void insert(String doctype, Map<String, Object> values) {
        site.asAdministrator(
                context -> context.documents().insert(context.documents().create(doctype, values)));
    }

    private static Map<String, Object> aggregate(String from, String to) {
        return site.call(
                Context.ADMINISTRATOR, API + "aggregate_daily_analytics", Map.of("start_date", from, "end_date", to));
    }

    private static Map<String, Object> aggregatePending() {
        return site.call(Context.ADMINISTRATOR, API + "aggregate_daily_analytics", Map.of());
    }

    private static Map<String, Object> summaryAs(String caller, String user) {
        return figures(
                caller,
                "get_user_summary",
                "summary",
                Map.of("user", user, "start_date", "2024-01-01", "end_date", "2024-12-31"));
    }

    private static Map<String, Object> summary(String user, String from, String to) {
        return figures(user, "get_user_summary", "summary", Map.of("user", user, "start_date", from, "end_date", to));
    }

    private static Map<String, Object> code(String user, String workspace) {
        Map<String, Object> asked = new LinkedHashMap<>(Map.of("start_date", "2024-01-10", "end_date", "2024-01-10"));
        if (workspace != null) {
            asked.put("workspace_id", workspace);
        }
        return figures(user, "get_code_metrics", "metrics", asked);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> figures(String caller, String method, String key, Map<String, Object> asked) {
        return (Map<String, Object>) site.call(caller, API + method, asked).get(key);
    }
}
