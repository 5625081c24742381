package org.affogato.api.method.desk.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.affogato.api.method.desk.DeskUser;
import org.affogato.engine.Engine;
import org.affogato.engine.spi.Context;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** RQ Job and RQ Worker, by which Frappe's desk shows work in the background. */
@QuarkusTest
class BackgroundJobsTest {
    @Inject
    Engine engine;

    private DeskUser manager;

    @BeforeEach
    void signIn() {
        manager = DeskUser.with("System Manager");
    }

    private String prepared() throws InterruptedException {
        DeskUser administrator = DeskUser.administrator();
        String report = administrator.insert(
                "Report",
                Map.of(
                        "report_name", DeskUser.unique("Job"),
                        "ref_doctype", "ToDo",
                        "report_type", "Query Report",
                        "is_standard", "No",
                        "query", "select nothing_there from tabToDo"));
        String name = administrator
                .post(
                        "frappe.core.doctype.prepared_report.prepared_report.make_prepared_report",
                        Map.of("report_name", report, "filters", Map.of()))
                .path("message.name");
        for (int i = 0; i < 300 && !"Error".equals(DeskUser.stored("Prepared Report", name, "status")); i++) {
            Thread.sleep(100);
        }
        return name;
    }

    private ExtractableResponse<Response> list(DeskUser user, String filters) {
        return user.get("frappe.client.get_list", Map.of("doctype", "RQ Job", "filters", filters));
    }

    private ExtractableResponse<Response> get(DeskUser user, String name) {
        return user.request().get("/api/resource/RQ Job/{name}", name).then().extract();
    }

    @Test
    void listsPreparedReports() throws InterruptedException {
        String name = prepared();
        ExtractableResponse<Response> job = get(manager, name);
        assertThat(job.<String>path("data.status")).isEqualTo("failed");
        assertThat(job.<String>path("data.queue")).isEqualTo("long");
        assertThat(job.<String>path("data.job_name")).endsWith("generate_report");
        assertThat(job.<String>path("data.exc_info")).contains("1054");
        assertThat(list(manager, "{\"status\": \"failed\", \"queue\": [\"in\", [\"long\"]]}")
                        .<List<String>>path("message.name"))
                .contains(name);
        assertThat(list(manager, "[[\"RQ Job\", \"status\", \"!=\", \"failed\"]]")
                        .<List<String>>path("message.name"))
                .doesNotContain(name);
    }

    @Test
    void listsWhatTheClockFired() {
        String job = "example.%s".formatted(DeskUser.unique("job").replace(' ', '_'));
        engine.run(
                Context.ADMINISTRATOR,
                context -> context.database()
                        .execute(
                                "INSERT INTO `__affogato_run` (`job`, `due`, `started`, `finished`, `status`)"
                                        + " VALUES (?, ?, ?, ?, 'Complete')",
                                job,
                                context.now().withNano(0),
                                context.now().withNano(0),
                                context.now().withNano(0).plusSeconds(3)));
        ExtractableResponse<Response> found = list(manager, "{\"job_name\": \"%s\"}".formatted(job));
        assertThat(found.<List<?>>path("message")).hasSize(1);
        assertThat(found.<String>path("message[0].status")).isEqualTo("finished");
        assertThat(found.<Float>path("message[0].time_taken")).isEqualTo(3f);
        assertThat(get(manager, found.path("message[0].name")).<String>path("data.job_name"))
                .isEqualTo(job);
        assertThat(manager.get(
                                "frappe.client.get_count",
                                Map.of("doctype", "RQ Job", "filters", "{\"job_name\": \"%s\"}".formatted(job)))
                        .<Integer>path("message"))
                .isEqualTo(1);
    }

    @Test
    void isForSystemManagersAndReadOnly() throws InterruptedException {
        String name = prepared();
        DeskUser stranger = DeskUser.ofTheDesk();
        assertThat(list(stranger, "{}").statusCode()).isEqualTo(403);
        assertThat(get(stranger, name).statusCode()).isEqualTo(403);
        assertThat(manager.request().delete("/api/resource/RQ Job/{name}", name).statusCode())
                .isEqualTo(403);
        assertThat(DeskUser.administrator()
                        .request()
                        .delete("/api/resource/RQ Job/{name}", name)
                        .statusCode())
                .isEqualTo(417);
        assertThat(get(manager, "none").statusCode()).isEqualTo(404);
    }

    @Test
    void knowsNoWorkers() {
        assertThat(manager.get("frappe.client.get_list", Map.of("doctype", "RQ Worker"))
                        .<List<?>>path("message"))
                .isEmpty();
        assertThat(DeskUser.ofTheDesk()
                        .get("frappe.client.get_list", Map.of("doctype", "RQ Worker"))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void isWhatPreparedReportsLinkTo() throws InterruptedException {
        String name = prepared();
        assertThat(DeskUser.stored("Prepared Report", name, "job_id")).isEqualTo(name);
        assertThat(manager.request()
                        .contentType("application/json")
                        .body(Map.of("filters", "{}"))
                        .put("/api/resource/Prepared Report/{name}", name)
                        .statusCode())
                .isEqualTo(200);
    }
}
