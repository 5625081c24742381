package org.affogato.api.method.desk.links;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.affogato.api.method.desk.DeskUser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LinkedWithTest {
    private static final List<Map<String, Object>> SUBMITTABLE = List.of(Map.of(
            "role", "System Manager", "read", 1, "write", 1, "create", 1, "submit", 1, "cancel", 1, "delete", 1));

    private DeskUser administrator;

    @BeforeEach
    void signIn() {
        administrator = DeskUser.administrator();
    }

    private static Map<String, String> link(String target) {
        return Map.of("fieldname", "points_at", "fieldtype", "Link", "label", "Points At", "options", target);
    }

    @Test
    void listsWhatTheCallerMayReadOnly() {
        List<Map<String, Object>> open =
                List.of(Map.of("role", "System Manager"), Map.of("role", "Blogger", "read", 1, "write", 0));
        String hub = administrator.doctype(Map.of("permissions", open), List.of());
        String spoke = administrator.doctype(Map.of(), List.of(link(hub)));
        String name = administrator.insert(hub, Map.of("title", DeskUser.unique("hub")));
        String pointing = administrator.insert(spoke, Map.of("title", DeskUser.unique("spoke"), "points_at", name));
        Map<String, ?> place = Map.of("doctype", hub, "docname", name);
        String method = "frappe.desk.form.linked_with.get";
        assertThat(administrator.get(method, place).<Map<String, List<Map<String, ?>>>>path("message"))
                .hasEntrySatisfying(
                        spoke, rows -> assertThat(rows.getFirst().get("name")).isEqualTo(pointing));
        assertThat(DeskUser.with("Blogger").get(method, place).<Map<String, ?>>path("message"))
                .isEmpty();
        assertThat(DeskUser.with().get(method, place).statusCode()).isEqualTo(403);
    }

    @Test
    void cancelsWhatHoldsADocumentBack() {
        String first = administrator.doctype(Map.of("is_submittable", 1, "permissions", SUBMITTABLE), List.of());
        String second =
                administrator.doctype(Map.of("is_submittable", 1, "permissions", SUBMITTABLE), List.of(link(first)));
        String third =
                administrator.doctype(Map.of("is_submittable", 1, "permissions", SUBMITTABLE), List.of(link(second)));
        String one = administrator.insert(first, Map.of("title", DeskUser.unique("one"), "docstatus", 1));
        String two =
                administrator.insert(second, Map.of("title", DeskUser.unique("two"), "points_at", one, "docstatus", 1));
        String three = administrator.insert(
                third, Map.of("title", DeskUser.unique("three"), "points_at", two, "docstatus", 1));
        var found = administrator.get(
                "frappe.desk.form.linked_with.get_submitted_linked_docs", Map.of("doctype", first, "name", one));
        assertThat(found.<List<String>>path("message.docs.name")).containsExactly(two, three);
        List<Map<String, ?>> docs =
                found.<List<Map<String, ?>>>path("message.docs").reversed();
        administrator.post("frappe.desk.form.linked_with.cancel_all_linked_docs", Map.of("docs", docs));
        assertThat(DeskUser.stored(second, two, "docstatus")).isEqualTo(2);
        assertThat(DeskUser.stored(third, three, "docstatus")).isEqualTo(2);
        assertThat(administrator
                        .post("frappe.client.cancel", Map.of("doctype", first, "name", one))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void countsTheConnectionsOfAForm() {
        String spoke = administrator.doctype(Map.of(), List.of(link("User")));
        List<Map<String, String>> links = List.of(Map.of("link_doctype", spoke, "link_fieldname", "points_at"));
        String hub = administrator.doctype(Map.of("links", links), List.of());
        String name = administrator.insert(hub, Map.of("title", "Administrator"));
        administrator.insert(spoke, Map.of("title", DeskUser.unique("spoke"), "points_at", name));
        var counts =
                administrator.get("frappe.desk.notifications.get_open_count", Map.of("doctype", hub, "name", name));
        String found = "message.count.external_links_found[0].";
        assertThat(counts.<String>path(found + "doctype")).isEqualTo(spoke);
        assertThat(counts.<Integer>path(found + "count")).isEqualTo(1);
    }
}
