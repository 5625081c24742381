package org.affogato.api.method.desk.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.affogato.api.method.desk.DeskUser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How long a query may run, how much it may find, and queries that an app's folder brings. */
@QuarkusTest
@TestProfile(ShortReports.class)
class ReportLimitsTest {
    private static final String DIGITS =
            "(select 0 n union all select 1 union all select 2 union all select 3 union all select 4 union all "
                    + "select 5 union all select 6 union all select 7 union all select 8 union all select 9)";

    private DeskUser desk;

    @BeforeEach
    void signIn() {
        desk = DeskUser.administrator();
    }

    private ExtractableResponse<Response> run(String query) {
        return desk.post("frappe.desk.query_report.run", Map.of("report_name", report(query)));
    }

    private String report(String query) {
        return desk.insert(
                "Report",
                Map.of(
                        "report_name", DeskUser.unique("Limited"),
                        "ref_doctype", "ToDo",
                        "report_type", "Query Report",
                        "is_standard", "No",
                        "query", query));
    }

    /** So many joined tables of ten rows. */
    private static String tens(int tables) {
        StringBuilder joined = new StringBuilder(DIGITS + " d0");
        for (int i = 1; i < tables; i++) {
            joined.append(", ").append(DIGITS).append(" d").append(i);
        }
        return joined.toString();
    }

    @Test
    void endsQueriesThatTakeTooLong() {
        long begin = System.nanoTime();
        ExtractableResponse<Response> answer = run("select count(*) from " + tens(12));
        assertThat(answer.statusCode()).isEqualTo(508);
        assertThat(answer.<String>path("exc_type")).isEqualTo("QueryTimeoutError");
        assertThat((System.nanoTime() - begin) / 1e9).isLessThan(20);
        assertThat(run("select 1 as \"One\"").statusCode()).isEqualTo(200);
    }

    @Test
    void endsPreparedReportsThatTakeTooLong() throws InterruptedException {
        String prepared = desk.post(
                        "frappe.core.doctype.prepared_report.prepared_report.make_prepared_report",
                        Map.of("report_name", report("select count(*) from " + tens(12)), "filters", Map.of()))
                .path("message.name");
        for (int i = 0; i < 400 && !"Error".equals(DeskUser.stored("Prepared Report", prepared, "status")); i++) {
            Thread.sleep(100);
        }
        assertThat(DeskUser.stored("Prepared Report", prepared, "status")).isEqualTo("Error");
    }

    @Test
    void findsNoMoreThanTwoHundredThousandRows() {
        String two = "(select 0 n union all select 1) two";
        ExtractableResponse<Response> most = run("select 1 as \"One\" from " + two + ", " + tens(5));
        assertThat(most.statusCode()).isEqualTo(200);
        assertThat(most.<List<?>>path("message.result")).hasSize(200_000);
        ExtractableResponse<Response> more =
                run("select 1 as \"One\" from " + two + ", " + tens(5) + " union all select 2");
        assertThat(more.statusCode()).isEqualTo(417);
        assertThat(more.body().asString()).contains("200000");
    }

    @Test
    void runsWhatAnAppsFolderBrings() {
        desk.insert("ToDo", Map.of("description", "Counted", "priority", "High"));
        Map<String, Object> asked = Map.of("report_name", ShortReports.SHIPPED);
        ExtractableResponse<Response> answer = desk.post("frappe.desk.query_report.run", asked);
        assertThat(answer.<List<String>>path("message.columns.fieldname")).containsExactly("priority", "tasks");
        assertThat(answer.<List<String>>path("message.result.priority")).contains("High");
        assertThat(DeskUser.ofTheDesk()
                        .post("frappe.desk.query_report.run", asked)
                        .statusCode())
                .isEqualTo(403);
    }
}
