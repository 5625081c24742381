package org.affogato.api.method.desk.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.affogato.api.json.Json;
import org.affogato.api.method.desk.DeskUser;
import org.affogato.engine.Engine;
import org.affogato.engine.spi.Context;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reports that are made in the background and read later. */
@QuarkusTest
class PreparedReportsTest {
    private static final String RUN = "frappe.desk.query_report.run";
    private static final String MODULE = "frappe.core.doctype.prepared_report.prepared_report.";
    private static final String DIGITS =
            "(select 0 n union all select 1 union all select 2 union all select 3 union all select 4 union all "
                    + "select 5 union all select 6 union all select 7 union all select 8 union all select 9)";

    @Inject
    Engine engine;

    private DeskUser desk;

    @BeforeEach
    void signIn() {
        desk = DeskUser.administrator();
    }

    private String report(String query, Map<String, ?> more) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("report_name", DeskUser.unique("Prepared"));
        values.put("ref_doctype", "ToDo");
        values.put("report_type", "Query Report");
        values.put("is_standard", "No");
        values.put("prepared_report", 1);
        values.put("query", query);
        values.putAll(more);
        return desk.insert("Report", values);
    }

    private String counted() {
        return report("select %(first)s as \"First:Int\", %(second)s as \"Second\"", Map.of("add_total_row", 1));
    }

    /** Counts for some seconds. */
    private String slow() {
        return report(
                "select count(*) as \"All:Int\" from %1$s a, %1$s b, %1$s c, %1$s d, %1$s e, %1$s f, %1$s g, %1$s h"
                        .formatted(DIGITS),
                Map.of());
    }

    private static String make(DeskUser user, String report, Object filters) {
        return user.post(MODULE + "make_prepared_report", Map.of("report_name", report, "filters", filters))
                .path("message.name");
    }

    private static ExtractableResponse<Response> run(DeskUser user, String report, Object filters) {
        return user.post(RUN, Map.of("report_name", report, "filters", filters));
    }

    private static Object status(String prepared) {
        return DeskUser.stored("Prepared Report", prepared, "status");
    }

    private static void await(Supplier<Boolean> condition) throws InterruptedException {
        Instant end = Instant.now().plus(Duration.ofSeconds(60));
        while (!condition.get()) {
            assertThat(Instant.now()).isBefore(end);
            Thread.sleep(50);
        }
    }

    private static void awaitStatus(String prepared, String status) throws InterruptedException {
        await(() -> status.equals(status(prepared)));
    }

    @Test
    void answersWhatWasMadeWithTheSameFilters() throws InterruptedException {
        String report = counted();
        ExtractableResponse<Response> none = run(desk, report, Map.of("first", 7, "second", "é"));
        assertThat(none.<Boolean>path("message.prepared_report")).isTrue();
        assertThat(none.<Object>path("message.doc")).isNull();
        assertThat(none.<Map<String, Object>>path("message")).doesNotContainKey("result");

        String prepared = make(desk, report, "{\"second\": \"é\", \"first\": 7}");
        awaitStatus(prepared, "Completed");

        ExtractableResponse<Response> made = run(desk, report, Map.of("first", 7, "second", "é"));
        assertThat(made.<Boolean>path("message.prepared_report")).isTrue();
        assertThat(made.<Boolean>path("message.add_total_row")).isTrue();
        assertThat(made.<Integer>path("message.result[0].first")).isEqualTo(7);
        assertThat(made.<String>path("message.result[0].second")).isEqualTo("é");
        assertThat(made.<List<String>>path("message.columns.fieldname")).containsExactly("first", "second");
        assertThat(made.<Float>path("message.execution_time")).isPositive();
        assertThat(made.<String>path("message.doc.name")).isEqualTo(prepared);
        assertThat(made.<String>path("message.doc.status")).isEqualTo("Completed");
        assertThat(made.<String>path("message.doc.queued_by")).isEqualTo("Administrator");
        assertThat(made.<String>path("message.doc.report_end_time")).isNotBlank();
        assertThat(made.<String>path("message.doc.filters")).isEqualTo("{\"first\":7,\"second\":\"\\u00e9\"}");

        assertThat(run(desk, report, Map.of("first", 7, "second", "É")).<Object>path("message.doc"))
                .isNull();
        assertThat(run(DeskUser.with("System Manager"), report, Map.of("first", 7, "second", "é"))
                        .<Object>path("message.doc"))
                .isNull();
    }

    @Test
    void runsAtOnceWhereItIsAskedTo() {
        String report = counted();
        ExtractableResponse<Response> answer = desk.post(
                RUN,
                Map.of("report_name", report, "filters", Map.of("first", 1, "second", 2), "ignore_prepared_report", 1));
        assertThat(answer.<Integer>path("message.result[0].first")).isEqualTo(1);
        assertThat(answer.<Map<String, Object>>path("message")).doesNotContainKey("prepared_report");
        assertThat(answer.<Float>path("message.execution_time")).isPositive();
        assertThat(desk.get("frappe.desk.query_report.get_script", Map.of("report_name", report))
                        .<Float>path("message.execution_time"))
                .isPositive();
    }

    @Test
    void readsTheLastOneUnlessOneIsNamed() throws InterruptedException {
        String report = report("select uuid() as \"Id\"", Map.of());
        String first = make(desk, report, Map.of());
        awaitStatus(first, "Completed");
        String second = make(desk, report, Map.of());
        awaitStatus(second, "Completed");
        assertThat(run(desk, report, Map.of()).<String>path("message.doc.name")).isEqualTo(second);
        ExtractableResponse<Response> named = run(desk, report, Map.of("prepared_report_name", first));
        assertThat(named.<String>path("message.doc.name")).isEqualTo(first);
        assertThat(named.<List<?>>path("message.result")).hasSize(1);
        DeskUser stranger = DeskUser.ofTheDesk();
        assertThat(run(stranger, report, Map.of("prepared_report_name", first)).statusCode())
                .isEqualTo(403);
    }

    @Test
    void saysWhatWentWrong() throws InterruptedException {
        DeskUser manager = DeskUser.with("System Manager");
        String report = report("select nothing_there from tabToDo", Map.of());
        String prepared = make(manager, report, Map.of());
        awaitStatus(prepared, "Error");
        assertThat((String) DeskUser.stored("Prepared Report", prepared, "error_message"))
                .contains("error 1054");
        ExtractableResponse<Response> bell =
                manager.get("frappe.desk.doctype.notification_log.notification_log.get_notification_logs", Map.of());
        assertThat(bell.<String>path("message.notification_logs[0].subject")).contains(report, "failed");
        assertThat(bell.<String>path("message.notification_logs[0].document_name"))
                .isEqualTo(prepared);
    }

    @Test
    void tellsWhoeverHadItMade() throws InterruptedException {
        DeskUser manager = DeskUser.with("System Manager");
        String report = report("select 1 as \"One:Int\"", Map.of());
        awaitStatus(make(manager, report, Map.of()), "Completed");
        ExtractableResponse<Response> bell =
                manager.get("frappe.desk.doctype.notification_log.notification_log.get_notification_logs", Map.of());
        assertThat(bell.<List<?>>path("message.notification_logs")).hasSize(1);
        assertThat(bell.<String>path("message.notification_logs[0].subject")).contains(report, "ready");
    }

    @Test
    void downloadsTheResultUnpacked() throws InterruptedException {
        String report = counted();
        String prepared = make(desk, report, Map.of("first", 3, "second", "x"));
        awaitStatus(prepared, "Completed");
        assertThat(DeskUser.administrator()
                        .get(
                                "frappe.client.get_list",
                                Map.of(
                                        "doctype",
                                        "File",
                                        "fields",
                                        "[\"is_private\",\"file_name\"]",
                                        "filters",
                                        "{\"attached_to_doctype\":\"Prepared Report\",\"attached_to_name\":\""
                                                + prepared + "\"}"))
                        .<Integer>path("message[0].is_private"))
                .isEqualTo(1);
        ExtractableResponse<Response> file = desk.get(MODULE + "download_attachment", Map.of("dn", prepared));
        assertThat(file.header("Content-Disposition")).contains(prepared + ".json\"");
        Map<String, ?> result = Json.object(file.body().asString());
        assertThat(result).containsKeys("result", "columns", "execution_time");
        assertThat(DeskUser.ofTheDesk()
                        .get(MODULE + "download_attachment", Map.of("dn", prepared))
                        .statusCode())
                .isEqualTo(417);
    }

    @Test
    void refusesReportsThatTheCallerMayNotRun() {
        String report = report("select 1", Map.of("roles", List.of(Map.of("role", "Script Manager"))));
        DeskUser stranger = DeskUser.with("System Manager");
        Map<String, Object> asked = Map.of("report_name", report, "filters", Map.of());
        assertThat(stranger.post(MODULE + "make_prepared_report", asked).statusCode())
                .isEqualTo(403);
        String prepared = stranger.insert("Prepared Report", Map.of("report_name", report, "status", "Completed"));
        assertThat(status(prepared)).isNotEqualTo("Completed");
    }

    @Test
    void makesWhatAnotherProcessLeftInTheQueue() throws InterruptedException {
        String report = counted();
        String prepared =
                desk.insert("Prepared Report", Map.of("report_name", report, "filters", "{\"first\":1,\"second\":2}"));
        awaitStatus(prepared, "Completed");
        assertThat(run(desk, report, Map.of("second", 2, "first", 1)).<String>path("message.doc.name"))
                .isEqualTo(prepared);
    }

    @Test
    void listsAndDeletesWhatIsBeingMade() throws InterruptedException {
        String report = slow();
        String prepared = make(desk, report, Map.of("a", 1));
        awaitStatus(prepared, "Started");
        Map<String, Object> asked = Map.of("report_name", report, "filters", "{\"a\": 1}");
        assertThat(desk.post(MODULE + "get_reports_in_queued_state", asked).<List<String>>path("message.name"))
                .containsExactly(prepared);
        DeskUser stranger = DeskUser.ofTheDesk();
        assertThat(stranger.post(MODULE + "get_reports_in_queued_state", asked).<List<?>>path("message"))
                .isEmpty();
        Map<String, Object> these = Map.of("reports", List.of(Map.of("name", prepared)));
        assertThat(stranger.post(MODULE + "delete_prepared_reports", these).statusCode())
                .isEqualTo(200);
        assertThat(status(prepared)).isNotNull();
        assertThat(desk.post(MODULE + "delete_prepared_reports", these).statusCode())
                .isEqualTo(200);
        assertThat(status(prepared)).isNull();

        String next = make(desk, counted(), Map.of("first", 1, "second", 1));
        awaitStatus(next, "Completed");
        long files = engine.run(Context.ADMINISTRATOR, context -> (long) context.database()
                .query("SELECT name FROM {File} WHERE attached_to_name = ?", prepared)
                .size());
        assertThat(files).isZero();
    }

    @Test
    void exportsWhatWasMade() throws InterruptedException {
        String report = counted();
        Map<String, Object> filters = Map.of("first", 5, "second", "z");
        Map<String, Object> asked = Map.of("report_name", report, "filters", filters, "file_format_type", "CSV");
        assertThat(desk.post("frappe.desk.query_report.export_query", asked).statusCode())
                .isEqualTo(417);
        awaitStatus(make(desk, report, filters), "Completed");
        assertThat(desk.post("frappe.desk.query_report.export_query", asked)
                        .body()
                        .asString())
                .isEqualTo("\"First\",\"Second\"\r\n5,\"z\"\r\n5.0,\"\"\r\n");
    }
}
