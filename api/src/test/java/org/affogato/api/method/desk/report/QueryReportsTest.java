package org.affogato.api.method.desk.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.affogato.api.method.desk.DeskUser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reports beyond what the recorded scenarios say: files, scripts, and what a query must not do. */
@QuarkusTest
class QueryReportsTest {
    private static final String RUN = "frappe.desk.query_report.run";
    private static final String EXPORT = "frappe.desk.query_report.export_query";

    private DeskUser desk;

    @BeforeEach
    void signIn() {
        desk = DeskUser.administrator();
    }

    private String report(String doctype, String query, Map<String, ?> more) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("report_name", DeskUser.unique("Report"));
        values.put("ref_doctype", doctype);
        values.put("report_type", "Query Report");
        values.put("is_standard", "No");
        values.put("query", query);
        values.putAll(more);
        return desk.insert("Report", values);
    }

    private String wares() {
        String doctype = desk.doctype(
                Map.of(),
                List.of(
                        Map.of("fieldname", "price", "fieldtype", "Currency", "label", "Price"),
                        Map.of("fieldname", "lasts", "fieldtype", "Duration", "label", "Lasts")));
        String start = DeskUser.unique("ware");
        desk.insert(doctype, Map.of("title", start + " a", "price", 2.5, "lasts", 3661));
        desk.insert(doctype, Map.of("title", start + " b", "price", 1));
        return doctype;
    }

    private static String listing(String doctype) {
        return "select 'Ware' as \"Kind\", price as \"Price:Currency\", lasts as \"Lasts:Duration\" from `tab%s` order by name"
                .formatted(doctype);
    }

    @Test
    void exportsWhatIsSeen() {
        String doctype = wares();
        String report = report(doctype, listing(doctype), Map.of("add_total_row", 1));
        ExtractableResponse<Response> all =
                desk.post(EXPORT, Map.of("report_name", report, "file_format_type", "CSV", "csv_quoting", "2"));
        assertThat(all.body().asString()).isEqualTo("""
                "Kind","Price","Lasts"\r
                "Ware",2.5,"1h 1m 1s"\r
                "Ware",1.0,""\r
                "Total",3.5,"1h 1m 1s"\r
                """);
        ExtractableResponse<Response> some = desk.post(
                EXPORT,
                Map.of(
                        "report_name", report,
                        "file_format_type", "CSV",
                        "csv_quoting", "0",
                        "csv_delimiter", ";",
                        "visible_idx", List.of(1),
                        "include_filters", "1",
                        "applied_filters", Map.of("Makers", List.of("Ann", "Bob"))));
        assertThat(some.body().asString()).isEqualTo("Makers;Ann, Bob\r\n\r\nKind;Price;Lasts\r\nWare;1.0;\r\n");
        assertThat(some.header("Content-Disposition")).contains(report + ".csv");
    }

    @Test
    void exportsSheets() {
        String doctype = wares();
        String report = report(doctype, listing(doctype), Map.of());
        byte[] sheet = desk.post(EXPORT, Map.of("report_name", report, "file_format_type", "Excel"))
                .body()
                .asByteArray();
        assertThat(new String(sheet, 0, 2, StandardCharsets.US_ASCII)).isEqualTo("PK");
    }

    @Test
    void writesNothingWhateverAQuerySays() {
        String report = report("ToDo", "with x as (select 1) delete from tabToDo", Map.of());
        int before =
                desk.get("frappe.client.get_count", Map.of("doctype", "ToDo")).path("message");
        assertThat(desk.post(RUN, Map.of("report_name", report)).statusCode()).isEqualTo(417);
        int after =
                desk.get("frappe.client.get_count", Map.of("doctype", "ToDo")).path("message");
        assertThat(after).isEqualTo(before);
    }

    @Test
    void keepsTheDatabasesWordsBack() {
        String report = report("ToDo", "select nothing_there from tabToDo", Map.of());
        ExtractableResponse<Response> answer = desk.post(RUN, Map.of("report_name", report));
        assertThat(answer.statusCode()).isEqualTo(417);
        assertThat(answer.body().asString()).contains("error 1054").doesNotContain("nothing_there");
    }

    @Test
    void runsReportsOfJava() {
        desk.insert("ToDo", Map.of("description", "Late", "priority", "Low", "date", "2020-01-02"));
        desk.insert("ToDo", Map.of("description", "Urgent", "priority", "High", "date", "2020-01-02"));
        ExtractableResponse<Response> answer = desk.post(RUN, Map.of("report_name", "ToDo"));
        List<String> priorities = answer.path("message.result.priority");
        assertThat(priorities).contains("High", "Low");
        assertThat(priorities.lastIndexOf("High")).isLessThan(priorities.indexOf("Low"));
        assertThat(answer.<String>path("message.columns[0].options")).isEqualTo("ToDo");
    }

    @Test
    void saysThatAScriptNeedsJava() {
        String report = report("ToDo", "", Map.of("report_type", "Script Report", "report_script", "data = []"));
        ExtractableResponse<Response> answer = desk.post(RUN, Map.of("report_name", report));
        assertThat(answer.statusCode()).isEqualTo(417);
        assertThat(answer.body().asString()).contains("Java class");
    }

    @Test
    void keepsSecretsOutOfReach() {
        String report = report("ToDo", "select password from __Auth", Map.of());
        assertThat(desk.post(RUN, Map.of("report_name", report)).statusCode()).isEqualTo(403);
    }

    @Test
    void switchesReportsOff() {
        String report = report("ToDo", "select 1", Map.of());
        desk.post(
                "run_doc_method",
                Map.of("dt", "Report", "dn", report, "method", "toggle_disable", "args", Map.of("disable", 1)));
        assertThat(DeskUser.stored("Report", report, "disabled")).isEqualTo(1);
        assertThat(desk.post(RUN, Map.of("report_name", report)).statusCode()).isEqualTo(417);
    }

    @Test
    void anEmptyNameHasNoValue() {
        String ware = wares();
        var answer = desk.post(
                "frappe.desk.query_report.get_data_for_custom_field",
                Map.of("doctype", ware, "field", "price", "names", Arrays.asList((Object) null)));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.<Map<String, Object>>path("message")).isEmpty();
    }
}
