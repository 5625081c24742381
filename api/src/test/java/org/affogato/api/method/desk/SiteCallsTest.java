package org.affogato.api.method.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Calls that a desk makes beside lists and forms. */
@QuarkusTest
class SiteCallsTest {
    private static final String LIST_SETTINGS = "frappe.desk.doctype.list_view_settings.list_view_settings.";
    private static final String SESSION_DEFAULTS =
            "frappe.core.doctype.session_default_settings.session_default_settings.";

    @Test
    void putsFieldsIntoListsAndTakesThemOut() {
        DeskUser admin = DeskUser.administrator();
        String doctype = admin.doctype(
                Map.of(),
                List.of(
                        Map.of("fieldname", "shade", "fieldtype", "Data", "label", "Shade", "in_list_view", 1),
                        Map.of("fieldname", "size", "fieldtype", "Data", "label", "Size")));

        ExtractableResponse<Response> answer = admin.post(
                LIST_SETTINGS + "save_listview_settings",
                Map.of(
                        "doctype", doctype,
                        "listview_settings",
                                "{\"disable_count\": 1, \"fields\": \"[{\\\"fieldname\\\": \\\"size\\\"}]\"}",
                        "removed_listview_fields", "[\"shade\"]"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.<Integer>path("message.listview_settings.disable_count"))
                .isEqualTo(1);
        assertThat(answer.<List<String>>path("message.meta.fields.findAll { it.in_list_view == 1 }.fieldname"))
                .containsExactly("size");
        assertThat(admin.get(LIST_SETTINGS + "get_default_listview_fields", Map.of("doctype", doctype))
                        .<List<String>>path("message"))
                .containsExactly("shade");
        assertThat(DeskUser.with()
                        .post(
                                LIST_SETTINGS + "save_listview_settings",
                                Map.of(
                                        "doctype", doctype,
                                        "listview_settings", "{}",
                                        "removed_listview_fields", "[]"))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void comparesTwoVersionsOfAText() {
        DeskUser admin = DeskUser.administrator();
        String doctype = admin.doctype(
                Map.of("track_changes", 1),
                List.of(Map.of("fieldname", "script", "fieldtype", "Code", "label", "Script")));
        String name = admin.insert(doctype, Map.of("title", DeskUser.unique("Text"), "script", "start"));
        save(admin, doctype, name, "a\nb\nc\nd\ne\nf\ng\nh");
        save(admin, doctype, name, "a\nb\nc\nD\ne\nf\ng\nh\ni");

        ExtractableResponse<Response> found = admin.get(
                "frappe.utils.diff.version_query",
                Map.of(
                        "doctype",
                        "Version",
                        "txt",
                        "",
                        "searchfield",
                        "name",
                        "start",
                        0,
                        "page_len",
                        10,
                        "filters",
                        "{\"docname\": \"" + name + "\", \"ref_doctype\": \"" + doctype
                                + "\", \"fieldname\": \"script\"}"));
        List<List<String>> versions = found.path("message");
        assertThat(versions).hasSize(2);
        assertThat(versions.getFirst().get(1)).endsWith(" ago");

        List<String> diff = admin.get(
                        "frappe.utils.diff.get_version_diff",
                        Map.of(
                                "from_version", versions.get(1).getFirst(),
                                "to_version", versions.getFirst().getFirst()))
                .path("message");
        assertThat(diff.subList(2, diff.size()))
                .containsExactly("@@ -1,8 +1,9 @@\n", " a", " b", " c", "-d", "+D", " e", " f", " g", " h", "+i");
        assertThat(diff.getFirst()).startsWith("--- " + versions.get(1).getFirst() + "\t20");
        assertThat(admin.get("frappe.utils.diff.get_version_diff", Map.of("from_version", "no", "to_version", "none"))
                        .<List<String>>path("message"))
                .containsExactly("Values not available for diff");
        assertThat(DeskUser.with()
                        .get("frappe.utils.diff.get_version_diff", Map.of("from_version", "a", "to_version", "b"))
                        .statusCode())
                .isEqualTo(403);
    }

    private static void save(DeskUser user, String doctype, String name, String script) {
        user.post(
                "frappe.client.set_value",
                Map.of("doctype", doctype, "name", name, "fieldname", "script", "value", script));
    }

    @Test
    void remembersWhereTheCallerGoes() {
        DeskUser alice = DeskUser.with();
        alice.post(
                "frappe.desk.doctype.route_history.route_history.deferred_insert",
                Map.of(
                        "routes",
                        "[{\"route\": \"List/ToDo\"}, {\"route\": \"List/Note\"}, {\"route\": \"List/ToDo\"}]"));

        List<Map<String, Object>> visited = alice.get(
                        "frappe.desk.doctype.route_history.route_history.frequently_visited_links", Map.of())
                .path("message");

        assertThat(visited)
                .containsExactly(Map.of("route", "List/ToDo", "count", 2), Map.of("route", "List/Note", "count", 1));
        assertThat(DeskUser.with()
                        .get("frappe.desk.doctype.route_history.route_history.frequently_visited_links", Map.of())
                        .<List<?>>path("message"))
                .isEmpty();
    }

    @Test
    void keepsSessionDefaultsOfTheDocTypesThatTheSettingsName() {
        DeskUser admin = DeskUser.administrator();
        admin.request()
                .contentType("application/json")
                .body(Map.of("session_defaults", List.of(Map.of("ref_doctype", "Language"))))
                .put("/api/resource/Session Default Settings/Session Default Settings")
                .then()
                .statusCode(200);
        DeskUser alice = DeskUser.with();

        assertThat(alice.post(
                                SESSION_DEFAULTS + "set_session_default_values",
                                Map.of("default_values", "{\"language\": \"de\", \"other\": \"x\"}"))
                        .<String>path("message"))
                .isEqualTo("success");

        assertThat(alice.get(SESSION_DEFAULTS + "get_session_default_values", Map.of())
                        .<String>path("message"))
                .isEqualTo("[{\"fieldname\":\"language\",\"fieldtype\":\"Link\",\"options\":\"Language\","
                        + "\"label\":\"Default Language\",\"default\":\"de\"}]");
        assertThat(DeskUser.with()
                        .get(SESSION_DEFAULTS + "get_session_default_values", Map.of())
                        .<String>path("message"))
                .contains("\"default\":\"en\"");
    }

    @Test
    void numbersATreeAnew() {
        DeskUser admin = DeskUser.administrator();
        String tree = admin.doctype(Map.of("is_tree", 1, "nsm_parent_field", "parent_paper"), List.of());
        String parentField = "parent_paper";
        String root = admin.insert(tree, Map.of("title", "Root", "is_group", 1));
        admin.insert(tree, Map.of("title", "Leaf", parentField, root));

        assertThat(admin.post("frappe.utils.nestedset.rebuild_tree", Map.of("doctype", tree))
                        .statusCode())
                .isEqualTo(200);
        assertThat(admin.post("frappe.utils.nestedset.rebuild_tree", Map.of("doctype", "ToDo"))
                        .statusCode())
                .isEqualTo(417);
        assertThat(DeskUser.with()
                        .post("frappe.utils.nestedset.rebuild_tree", Map.of("doctype", tree))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void renamesUnderTheShorterName() {
        DeskUser admin = DeskUser.administrator();
        String doctype = admin.doctype(Map.of("allow_rename", 1), List.of());
        String name = admin.insert(doctype, Map.of("title", "Before"));

        ExtractableResponse<Response> answer =
                admin.post("frappe.rename_doc", Map.of("doctype", doctype, "old", name, "new", "After"));

        assertThat(answer.<String>path("message")).isEqualTo("After");
        assertThat(DeskUser.stored(doctype, "After", "name")).isEqualTo("After");
    }

    @Test
    void takesAFileAsText() {
        DeskUser admin = DeskUser.administrator();
        String note = admin.insert("Note", Map.of("title", DeskUser.unique("Note")));
        Map<String, Object> form = Map.of(
                "from_form",
                1,
                "doctype",
                "Note",
                "docname",
                note,
                "filename",
                DeskUser.unique("tea") + ".txt",
                "is_private",
                1,
                "filedata",
                "R3JlZW4gdGVh");

        ExtractableResponse<Response> answer = admin.post("frappe.handler.uploadfile", form);

        assertThat(answer.<Integer>path("message.file_size")).isEqualTo(9);
        assertThat(answer.<String>path("message.attached_to_name")).isEqualTo(note);
        assertThat(DeskUser.with().post("frappe.handler.uploadfile", form).statusCode())
                .isEqualTo(403);
    }

    @Test
    void keepsWhoTookSomethingOut() {
        DeskUser alice = DeskUser.with();
        String report = DeskUser.unique("Sheet");

        alice.get(
                "frappe.core.doctype.access_log.access_log.make_access_log",
                Map.of("doctype", "ToDo", "file_type", "PDF", "report_name", report));

        List<Map<String, Object>> kept = DeskUser.administrator()
                .get(
                        "frappe.client.get_list",
                        Map.of(
                                "doctype",
                                "Access Log",
                                "fields",
                                "[\"user\", \"export_from\", \"file_type\"]",
                                "filters",
                                "{\"report_name\": \"" + report + "\"}"))
                .path("message");
        assertThat(kept).containsExactly(Map.of("user", alice.name(), "export_from", "ToDo", "file_type", "PDF"));
    }

    @Test
    void tellsAndClearsErrors() {
        DeskUser admin = DeskUser.administrator();
        admin.insert("Error Log", Map.of("method", "test", "error", "An error"));
        String unseen = "frappe.core.doctype.log_settings.log_settings.has_unseen_error_log";
        String clear = "frappe.core.doctype.error_log.error_log.clear_error_logs";

        assertThat(admin.get(unseen, Map.of()).<Boolean>path("message.show_alert"))
                .isTrue();
        assertThat(DeskUser.with().get(unseen, Map.of()).<Object>path("message"))
                .isNull();
        assertThat(DeskUser.with().post(clear, Map.of()).statusCode()).isEqualTo(403);
        admin.post(clear, Map.of());
        assertThat(admin.get(unseen, Map.of()).<Object>path("message")).isNull();
    }

    @Test
    void knowsTheLogsThatCanBeCleared() {
        DeskUser admin = DeskUser.administrator();

        List<List<String>> found = admin.get(
                        "frappe.core.doctype.log_settings.log_settings.get_log_doctypes",
                        Map.of("doctype", "DocType", "txt", "Route", "start", 0, "page_len", 5))
                .path("message");
        admin.request()
                .contentType("application/json")
                .body(Map.of(
                        "logs_to_clear",
                        List.of(
                                Map.of("ref_doctype", "Route History", "days", 3),
                                Map.of("ref_doctype", "Route History", "days", 4),
                                Map.of("ref_doctype", "ToDo", "days", 4))))
                .put("/api/resource/Log Settings/Log Settings")
                .then()
                .statusCode(200);

        assertThat(found).containsExactly(List.of("Route History"));
        List<Integer> days = admin.get("frappe.client.get", Map.of("doctype", "Log Settings", "name", "Log Settings"))
                .path("message.logs_to_clear.findAll { it.ref_doctype == 'Route History' }.days");
        List<String> logs = admin.get("frappe.client.get", Map.of("doctype", "Log Settings", "name", "Log Settings"))
                .path("message.logs_to_clear.ref_doctype");
        assertThat(days).containsExactly(3);
        assertThat(logs).contains("Error Log").doesNotContain("ToDo");
    }

    @Test
    void tellsAboutItself() {
        DeskUser admin = DeskUser.administrator();

        assertThat(admin.get("frappe.core.doctype.module_def.module_def.get_installed_apps", Map.of())
                        .<String>path("message"))
                .startsWith("[\"frappe\"");
        assertThat(admin.get("frappe.core.doctype.doctype.doctype.get_row_size_utilization", Map.of("doctype", "ToDo"))
                        .<Float>path("message"))
                .isEqualTo(12.14f);
        assertThat(admin.get(
                                "frappe.core.doctype.doctype.doctype.get_row_size_utilization",
                                Map.of("doctype", "Nothing"))
                        .<Float>path("message"))
                .isEqualTo(0f);
    }

    @Test
    void offersWhatAUserPermissionMayBeMeantFor() {
        String method = "frappe.core.doctype.user_permission.user_permission.get_applicable_for_doctype_list";
        List<List<String>> found = DeskUser.administrator()
                .get(method, Map.of("doctype", "Role", "txt", "", "start", 0, "page_len", 50))
                .path("message");

        assertThat(found).contains(List.of("Role"), List.of("User"), List.of("Has Role"));
        assertThat(DeskUser.with().get(method, Map.of("doctype", "Role")).statusCode())
                .isEqualTo(403);
    }

    @Test
    void countsValuesForAFilter() {
        DeskUser admin = DeskUser.administrator();
        String doctype = admin.doctype(
                Map.of(),
                List.of(
                        Map.of("fieldname", "shade", "fieldtype", "Data", "label", "Shade"),
                        Map.of("fieldname", "size", "fieldtype", "Int", "label", "Size")));
        admin.insert(doctype, Map.of("title", "One", "shade", "red", "size", 3));
        admin.insert(doctype, Map.of("title", "Two", "shade", "red", "size", 3));
        admin.insert(doctype, Map.of("title", "Three"));

        Map<String, List<List<Object>>> found = admin.get(
                        "frappe.desk.reportview.get_filter_dashboard_data",
                        Map.of(
                                "doctype",
                                doctype,
                                "filters",
                                "[]",
                                "stats",
                                "[{\"name\": \"shade\", \"type\": \"Data\"}, {\"name\": \"size\", \"type\": \"Int\"},"
                                        + " {\"name\": \"nothing\", \"type\": \"Data\"}]"))
                .path("message");

        assertThat(found).containsOnlyKeys("shade", "size");
        assertThat(found.get("shade")).containsExactly(List.of("red", 2), List.of("No Data", 1));
        assertThat(found.get("size")).contains(List.of(3, 2));
    }

    @Test
    void tellsWhichDocTypesCountAsOpen() {
        ExtractableResponse<Response> answer =
                DeskUser.with().get("frappe.desk.notifications.get_notification_info", Map.of());

        assertThat(answer.<String>path("message.conditions.ToDo"))
                .isEqualTo("frappe.core.notifications.get_things_todo");
        assertThat(answer.<List<String>>path("message.module_doctypes.Desk")).contains("ToDo", "Event");
        assertThat(answer.<Map<String, Object>>path("message.open_count_doctype"))
                .containsKey("ToDo");
    }
}
