package org.affogato.api.method.desk.custom;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import java.time.Year;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.affogato.api.method.desk.DeskUser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Series of names and their counters, seen and changed by Document Naming Settings. */
@QuarkusTest
class NamingSettingsTest {
    private static final String NAME = "Document Naming Settings";

    private DeskUser manager;
    private String prefix;
    private String doctype;

    @BeforeEach
    void make() {
        manager = DeskUser.with("System Manager");
        prefix = DeskUser.unique("N").toUpperCase(Locale.ROOT).replace(' ', '-') + "-";
        doctype = DeskUser.unique("Series Paper");
        Map<String, Object> definition = new LinkedHashMap<>();
        definition.put("name", doctype);
        definition.put("module", "Custom");
        definition.put("custom", 1);
        definition.put("autoname", "naming_series:");
        definition.put(
                "fields",
                List.of(
                        Map.of("fieldname", "title", "label", "Title", "fieldtype", "Data"),
                        Map.of(
                                "fieldname",
                                "naming_series",
                                "label",
                                "Series",
                                "fieldtype",
                                "Select",
                                "options",
                                prefix + ".####")));
        definition.put("permissions", List.of(Map.of("role", "System Manager")));
        DeskUser.administrator().insert("DocType", definition);
    }

    private ExtractableResponse<Response> run(DeskUser user, String method, Map<String, ?> values) {
        Map<String, Object> form =
                new LinkedHashMap<>(manager.get("frappe.client.get", Map.of("doctype", NAME, "name", NAME))
                        .jsonPath()
                        .getMap("message"));
        form.putAll(values);
        return user.post("run_doc_method", Map.of("docs", form, "method", method));
    }

    private String inserted(String series) {
        return manager.post(
                        "frappe.client.insert",
                        Map.of("doc", Map.of("doctype", doctype, "title", "x", "naming_series", series)))
                .path("message.name");
    }

    @Test
    void showsWhatIsInUse() {
        ExtractableResponse<Response> answer = run(manager, "get_transactions_and_prefixes", Map.of());
        assertThat(answer.<List<String>>path("message.transactions")).contains(doctype);
        assertThat(answer.<List<String>>path("message.prefixes")).contains(prefix);
        assertThat(run(manager, "get_options", Map.of("transaction_type", doctype))
                        .<String>path("message"))
                .isEqualTo(prefix + ".####");
    }

    @Test
    void previewsNamesWithoutGivingThem() {
        Map<String, String> asked = Map.of("transaction_type", doctype, "try_naming_series", prefix + ".YYYY.-.###");
        String year = String.valueOf(Year.now());
        assertThat(run(manager, "preview_series", asked).<String>path("message"))
                .isEqualTo("%1$s%2$s-001\n%1$s%2$s-002\n%1$s%2$s-003".formatted(prefix, year));
        assertThat(run(manager, "get_current", Map.of("prefix", prefix)).<Integer>path("message"))
                .isZero();
    }

    @Test
    void movesACounter() {
        assertThat(inserted(prefix + ".####")).isEqualTo(prefix + "0001");
        ExtractableResponse<Response> answer =
                run(manager, "update_series_start", Map.of("prefix", prefix, "current_value", 41));
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(inserted(prefix + ".####")).isEqualTo(prefix + "0042");
        assertThat(run(manager, "get_current", Map.of("prefix", prefix)).<Integer>path("message"))
                .isEqualTo(42);
        assertThat(manager.post(
                                "frappe.client.get_count",
                                Map.of("doctype", "Version", "filters", Map.of("docname", prefix)))
                        .<Integer>path("message"))
                .isEqualTo(1);
    }

    @Test
    void changesTheSeriesOfADoctype() {
        String other = prefix + "B-.##";
        Map<String, Object> wanted = new LinkedHashMap<>();
        wanted.put("transaction_type", doctype);
        wanted.put("naming_series_options", prefix + ".####\n\n " + other + " ");
        ExtractableResponse<Response> answer = run(manager, "update_series", wanted);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(run(manager, "get_options", Map.of("transaction_type", doctype))
                        .<String>path("message"))
                .isEqualTo(prefix + ".####\n" + other);
        assertThat(inserted(other)).isEqualTo(prefix + "B-01");
        wanted.put("naming_series_options", prefix + "?.####");
        assertThat(run(manager, "update_series", wanted).statusCode()).isEqualTo(417);
    }

    @Test
    void aSeriesBelongsToOneDoctype() {
        String taken = prefix + ".####";
        make();
        ExtractableResponse<Response> answer =
                run(manager, "update_series", Map.of("transaction_type", doctype, "naming_series_options", taken));
        assertThat(answer.statusCode()).isEqualTo(417);
        assertThat(answer.asString()).contains("already used in");
    }

    @Test
    void keepsHowAmendedDocumentsAreNamed() {
        Map<String, String> rule = Map.of("document_type", doctype, "action", "Default Naming");
        Map<String, Object> wanted = Map.of("amend_naming_override", List.of(rule));
        ExtractableResponse<Response> answer = run(manager, "update_amendment_rule", wanted);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        List<String> kept = manager.get("frappe.client.get", Map.of("doctype", NAME, "name", NAME))
                .path("message.amend_naming_override.document_type");
        assertThat(kept).containsExactly(doctype);
        run(manager, "update_amendment_rule", Map.of("amend_naming_override", List.of()));
    }

    @Test
    void isForSystemManagers() {
        DeskUser other = DeskUser.ofTheDesk();
        for (String method : List.of("get_transactions_and_prefixes", "preview_series", "update_series_start")) {
            Map<String, Object> asked = Map.of("prefix", prefix, "current_value", 7);
            assertThat(run(other, method, asked).statusCode()).as(method).isEqualTo(403);
        }
    }
}
