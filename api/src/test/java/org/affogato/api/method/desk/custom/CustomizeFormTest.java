package org.affogato.api.method.desk.custom;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.affogato.api.method.desk.DeskUser;
import org.affogato.engine.Engine;
import org.affogato.engine.spi.Context;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Customising a form as the desk does: fetch, change, save, reset. */
@QuarkusTest
class CustomizeFormTest {
    @Inject
    Engine engine;

    private String doctype;
    private DeskUser manager;

    @BeforeEach
    void make() {
        manager = DeskUser.with("System Manager");
        doctype = StandardDoctype.make(
                engine,
                Map.of("track_changes", 1L),
                List.of(
                        Map.of("fieldname", "note", "fieldtype", "Text", "label", "Note"),
                        Map.of("fieldname", "must", "fieldtype", "Check", "label", "Must", "read_only", 1L),
                        Map.of("fieldname", "amount", "fieldtype", "Int", "label", "Amount")));
    }

    private ExtractableResponse<Response> run(DeskUser user, String method, Map<String, ?> form) {
        return user.post("run_doc_method", Map.of("docs", form, "method", method));
    }

    private Map<String, Object> fetched() {
        Map<String, Object> asked = Map.of("doctype", "Customize Form", "doc_type", doctype);
        return shown(run(manager, "fetch_to_customize", asked));
    }

    private static Map<String, Object> shown(ExtractableResponse<Response> answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return new LinkedHashMap<>(answer.jsonPath().getMap("docs[0]"));
    }

    private Map<String, Object> saved(Map<String, Object> form) {
        return shown(run(manager, "save_customization", form));
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> rows(Map<String, Object> form, String table) {
        List<Map<String, Object>> rows = (List<Map<String, Object>>) form.get(table);
        return rows == null ? List.of() : rows;
    }

    private static Map<String, Object> field(Map<String, Object> form, String fieldname) {
        return rows(form, "fields").stream()
                .filter(row -> fieldname.equals(row.get("fieldname")))
                .findFirst()
                .orElseThrow();
    }

    private static List<Object> fieldnames(Map<String, Object> form) {
        return rows(form, "fields").stream().map(row -> row.get("fieldname")).toList();
    }

    private List<String> setters() {
        return manager.post(
                        "frappe.client.get_list",
                        Map.of(
                                "doctype",
                                "Property Setter",
                                "fields",
                                List.of("field_name", "property", "value"),
                                "filters",
                                Map.of("doc_type", doctype),
                                "order_by",
                                "property"))
                .jsonPath()
                .getList("message.collect { (it.field_name ?: 'form') + '.' + it.property + '=' + it.value }");
    }

    private int insert(Map<String, ?> values) {
        Map<String, Object> all = new LinkedHashMap<>(values);
        all.put("doctype", doctype);
        return manager.post("frappe.client.insert", Map.of("doc", all)).statusCode();
    }

    @Test
    void keepsWhatDiffersAndTakesItBack() {
        Map<String, Object> form = fetched();
        assertThat(form).containsEntry("track_changes", 1);
        form.put("track_changes", 0);
        field(form, "note").put("label", "Remark");
        field(form, "title").put("reqd", 1);
        Map<String, Object> after = saved(form);
        assertThat(after).containsEntry("track_changes", 0).containsEntry("name", "Customize Form");
        assertThat(setters()).containsExactly("note.label=Remark", "title.reqd=1", "form.track_changes=0");
        assertThat(insert(Map.of("note", "no title"))).isEqualTo(417);
        field(after, "note").put("label", "Note");
        after = saved(after);
        assertThat(setters()).containsExactly("title.reqd=1", "form.track_changes=0");
        assertThat(shown(run(manager, "reset_to_defaults", after))).containsEntry("track_changes", 1);
        assertThat(setters()).isEmpty();
        assertThat(insert(Map.of("note", "no title"))).isEqualTo(200);
    }

    @Test
    void addsChangesAndRemovesFieldsOfTheSite() {
        Map<String, Object> form = fetched();
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("is_custom_field", 1);
        row.put("label", "Shade");
        row.put("fieldtype", "Data");
        row.put("__islocal", 1);
        rows(form, "fields").add(1, row);
        Map<String, Object> after = saved(form);
        assertThat(fieldnames(after)).containsExactly("title", "custom_shade", "note", "must", "amount");
        assertThat(insert(Map.of("title", "a", "custom_shade", "green"))).isEqualTo(200);
        assertThat(setters())
                .containsExactly("form.field_order=[\"title\",\"custom_shade\",\"note\",\"must\",\"amount\"]");
        field(after, "custom_shade").put("length", 30);
        after = saved(after);
        assertThat(columnType("custom_shade")).isEqualTo("varchar(30)");
        rows(after, "fields").removeIf(any -> "custom_shade".equals(any.get("fieldname")));
        assertThat(fieldnames(saved(after))).doesNotContain("custom_shade");
        assertThat(columnType("custom_shade")).isEqualTo("varchar(30)");
        assertThat(DeskUser.stored("Custom Field", doctype + "-custom_shade", "name"))
                .isNull();
    }

    private String columnType(String column) {
        return engine.run(
                Context.ADMINISTRATOR,
                context -> String.valueOf(context
                        .database()
                        .query(
                                "SELECT column_type AS type FROM information_schema.columns WHERE table_schema = DATABASE() "
                                        + "AND table_name = ? AND column_name = ?",
                                "tab" + doctype,
                                column)
                        .stream()
                        .findFirst()
                        .map(row -> row.get("type"))
                        .orElse("")));
    }

    @Test
    void ordersFieldsAndResetsTheLayout() {
        Map<String, Object> form = fetched();
        List<Map<String, Object>> turned = new ArrayList<>(rows(form, "fields")).reversed();
        form.put("fields", turned);
        Map<String, Object> after = saved(form);
        assertThat(fieldnames(after)).containsExactly("amount", "must", "note", "title");
        after = shown(run(manager, "reset_layout", after));
        assertThat(fieldnames(after)).containsExactly("title", "note", "must", "amount");
        assertThat(setters()).isEmpty();
    }

    @Test
    void refusesTypesThatHoldOtherValues() {
        Map<String, Object> form = fetched();
        field(form, "title").put("fieldtype", "Int");
        ExtractableResponse<Response> answer = run(manager, "save_customization", form);
        assertThat(answer.statusCode()).isEqualTo(417);
        assertThat(answer.<String>path("exc_type")).isEqualTo("ValidationError");
        assertThat(setters()).isEmpty();
    }

    @Test
    void changesTypesWhileTheTextsFit() {
        insert(Map.of("title", "a", "note", "x".repeat(200)));
        Map<String, Object> form = fetched();
        field(form, "note").put("fieldtype", "Data");
        ExtractableResponse<Response> answer = run(manager, "save_customization", form);
        assertThat(answer.statusCode()).isEqualTo(417);
        assertThat(answer.asString()).contains("longer than 140");
        field(form, "note").put("fieldtype", "Text Editor");
        assertThat(field(saved(form), "note")).containsEntry("fieldtype", "Text Editor");
        assertThat(columnType("note")).isEqualTo("longtext");
    }

    @Test
    void dropsWishesThatStandardFieldsCannotFulfil() {
        Map<String, Object> form = fetched();
        field(form, "must").put("read_only", 0);
        field(form, "amount").put("options", "free");
        ExtractableResponse<Response> answer = run(manager, "save_customization", form);
        assertThat(field(shown(answer), "must")).containsEntry("read_only", 1);
        assertThat(setters()).isEmpty();
        assertThat(answer.<String>path("_server_messages")).contains("Must").contains("Amount");
    }

    @Test
    void keepsConnectionsOfTheSiteBesideTheShipped() {
        Map<String, Object> form = fetched();
        Map<String, Object> link = Map.of("link_doctype", "ToDo", "link_fieldname", "reference_name", "__islocal", 1);
        form.put("links", List.of(link));
        Map<String, Object> after = saved(form);
        assertThat(rows(after, "links")).hasSize(1);
        assertThat(rows(after, "links").getFirst())
                .containsEntry("link_doctype", "ToDo")
                .containsEntry("custom", 1);
        rows(after, "links").getFirst().put("group", "Tasks");
        after = saved(after);
        assertThat(rows(after, "links")).hasSize(1);
        assertThat(rows(after, "links").getFirst()).containsEntry("group", "Tasks");
        assertThat(manager.get("frappe.desk.form.load.getdoctype", Map.of("doctype", doctype))
                        .<List<String>>path("docs[0].links.link_doctype"))
                .containsExactly("ToDo");
        after.put("links", List.of());
        assertThat(rows(saved(after), "links")).isEmpty();
        assertThat(setters()).isEmpty();
    }

    @Test
    void refusesConnectionsThatCannotBeCounted() {
        Map<String, Object> form = fetched();
        form.put("links", List.of(Map.of("link_doctype", "ToDo", "link_fieldname", "no_such_field", "__islocal", 1)));
        assertThat(run(manager, "save_customization", form).statusCode()).isEqualTo(417);
        assertThat(rows(fetched(), "links")).isEmpty();
    }

    @Test
    void leavesAloneWhatTheFormDoesNotSay() {
        saved(new LinkedHashMap<>(Map.of("doctype", "Customize Form", "doc_type", doctype, "quick_entry", 1)));
        assertThat(setters()).containsExactly("form.quick_entry=1");
        assertThat(fieldnames(fetched())).containsExactly("title", "note", "must", "amount");
    }

    @Test
    void callsADoctypeOtherwise() {
        Map<String, Object> form = fetched();
        form.put("label", "Sheet");
        assertThat(saved(form)).containsEntry("label", "Sheet");
        form.put("label", "");
        assertThat(saved(form)).containsEntry("label", "");
    }

    @Test
    void nothingOfTheFormStays() {
        Map<String, Object> form = fetched();
        form.put("docstatus", 0);
        manager.post("frappe.client.save", Map.of("doc", form));
        List<Map<String, Object>> stored = engine.run(
                Context.ADMINISTRATOR,
                context -> context.database().query("SELECT * FROM tabSingles WHERE doctype = 'Customize Form'"));
        assertThat(stored).isEmpty();
    }

    @Test
    void isForSystemManagers() {
        DeskUser other = DeskUser.with();
        for (String method : List.of("fetch_to_customize", "save_customization", "reset_to_defaults", "reset_layout")) {
            Map<String, Object> asked = Map.of("doctype", "Customize Form", "doc_type", doctype, "quick_entry", 1);
            assertThat(run(other, method, asked).statusCode()).as(method).isEqualTo(403);
        }
        assertThat(setters()).isEmpty();
        String filters =
                "frappe.custom.doctype.customize_form.customize_form.get_link_filters_from_doc_without_customisations";
        Map<String, String> asked = Map.of("doctype", "ToDo", "fieldname", "reference_type");
        assertThat(other.get(filters, asked).statusCode()).isEqualTo(403);
        assertThat(manager.get(filters, asked).statusCode()).isEqualTo(200);
    }
}
