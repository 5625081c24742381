package org.affogato.api.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.affogato.api.method.desk.DeskUser;
import org.affogato.engine.Engine;
import org.affogato.engine.spi.Context;
import org.junit.jupiter.api.Test;

/** DocTypes that restrict their documents by a condition of their own: lists and single documents agree. */
@QuarkusTest
class OwnConditionsTest {
    @Inject
    Engine engine;

    private String insert(String doctype, Map<String, ?> values) {
        return engine.run(Context.ADMINISTRATOR, context -> {
            Context lenient = context.with(context.flags().migrating());
            return lenient.documents()
                    .insert(lenient.documents().createWithDefaults(doctype, new LinkedHashMap<>(values)))
                    .name();
        });
    }

    private static String role() {
        String role = DeskUser.unique("Circle");
        DeskUser.administrator().insert("Role", Map.of("role_name", role, "desk_access", 1));
        return role;
    }

    private static void assertSees(DeskUser user, String doctype, String name, boolean may) {
        List<String> listed = user.get(
                        "frappe.client.get_list",
                        Map.of("doctype", doctype, "filters", "{\"name\": \"%s\"}".formatted(name)))
                .path("message.name");
        assertThat(listed).as("list of " + doctype).hasSize(may ? 1 : 0);
        assertThat(user.get("frappe.client.get", Map.of("doctype", doctype, "name", name))
                        .statusCode())
                .as(doctype + " " + name)
                .isEqualTo(may ? 200 : 403);
    }

    @Test
    void addressesOfPartiesAreForThoseWhoReadTheParty() {
        String role = role();
        if (DeskUser.stored("DocType", "Sales Partner", "name") == null) {
            insert(
                    "DocType",
                    Map.of(
                            "name",
                            "Sales Partner",
                            "module",
                            "Custom",
                            "custom",
                            1L,
                            "fields",
                            List.of(Map.of("fieldname", "title", "fieldtype", "Data", "label", "Title"))));
        }
        DeskUser.administrator()
                .post(
                        "frappe.core.page.permission_manager.permission_manager.add",
                        Map.of("parent", "Sales Partner", "role", role, "permlevel", 0));
        String field = DeskUser.administrator()
                .insert(
                        "Custom Field",
                        Map.of("dt", "Address", "label", "Partner", "fieldtype", "Link", "options", "Sales Partner"));
        try {
            String partner = insert("Sales Partner", Map.of("title", "Alice"));
            String linked =
                    insert("Address", Map.of("address_title", DeskUser.unique("Inn"), "custom_partner", partner));
            String free = insert("Address", Map.of("address_title", DeskUser.unique("Inn")));
            DeskUser reader = DeskUser.with("Sales User", role);
            DeskUser other = DeskUser.with("Sales User");
            assertSees(reader, "Address", linked, true);
            assertSees(reader, "Address", free, true);
            assertSees(other, "Address", linked, false);
            assertSees(other, "Address", free, true);
        } finally {
            DeskUser.administrator().post("frappe.client.delete", Map.of("doctype", "Custom Field", "name", field));
        }
    }

    @Test
    void figuresOfBlockedModulesAreNotShown() {
        String name = DeskUser.unique("Dashboard");
        insert("Dashboard", Map.of("dashboard_name", name, "module", "Custom"));
        String card = insert(
                "Number Card",
                Map.of(
                        "label", DeskUser.unique("Tasks"),
                        "type", "Document Type",
                        "document_type", "ToDo",
                        "function", "Count",
                        "module", "Custom"));
        String chart = insert(
                "Dashboard Chart",
                Map.of(
                        "chart_name", DeskUser.unique("Tasks"),
                        "chart_type", "Count",
                        "document_type", "ToDo",
                        "based_on", "creation",
                        "filters_json", "[]",
                        "module", "Custom"));
        DeskUser user = DeskUser.ofTheDesk();
        assertSees(user, "Dashboard", name, true);
        assertSees(user, "Number Card", card, true);
        assertSees(user, "Dashboard Chart", chart, true);
        Map<String, Object> profile = DeskUser.administrator()
                .get("frappe.client.get", Map.of("doctype", "User", "name", user.name()))
                .jsonPath()
                .getMap("message");
        profile.put("block_modules", List.of(Map.of("module", "Custom")));
        DeskUser.administrator().post("frappe.client.save", Map.of("doc", profile));
        assertSees(user, "Dashboard", name, false);
        assertSees(user, "Number Card", card, false);
        assertSees(user, "Dashboard Chart", chart, false);
    }

    @Test
    void dashboardSettingsAreTheUsersOwn() {
        DeskUser user = DeskUser.ofTheDesk();
        insert("Dashboard Settings", Map.of("name", user.name(), "user", user.name()));
        assertSees(user, "Dashboard Settings", user.name(), true);
        assertSees(DeskUser.ofTheDesk(), "Dashboard Settings", user.name(), false);
    }

    @Test
    void stepsOfWorkflowsAreForTheirRolesAndWhileTheyAreOpen() {
        String role = role();
        DeskUser member = DeskUser.with(role);
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("status", "Open");
        values.put("permitted_roles", List.of(Map.of("role", role)));
        String step = insert("Workflow Action", values);
        assertSees(member, "Workflow Action", step, true);
        assertSees(DeskUser.ofTheDesk(), "Workflow Action", step, false);
        values.put("status", "Completed");
        String done = insert("Workflow Action", values);
        List<String> listed = member.get("frappe.client.get_list", Map.of("doctype", "Workflow Action"))
                .path("message.name");
        assertThat(listed).contains(step).doesNotContain(done);
    }

    @Test
    void resultsOfReportsAreForThoseWhoMayRunThem() {
        String role = role();
        String report = DeskUser.unique("Survey");
        insert(
                "Report",
                Map.of(
                        "report_name",
                        report,
                        "ref_doctype",
                        "ToDo",
                        "report_type",
                        "Report Builder",
                        "is_standard",
                        "No",
                        "roles",
                        List.of(Map.of("role", role))));
        String result = insert("Prepared Report", Map.of("report_name", report, "status", "Completed"));
        assertSees(DeskUser.with("Prepared Report User", role), "Prepared Report", result, true);
        assertSees(DeskUser.with("Prepared Report User", role()), "Prepared Report", result, false);
        assertSees(DeskUser.with("System Manager"), "Prepared Report", result, true);
    }

    @Test
    void cardsAndChartsAreForThoseWhoReadWhatTheyCount() {
        DeskUser reader = DeskUser.ofTheDesk();
        String open = insert(
                "Number Card",
                Map.of(
                        "label",
                        DeskUser.unique("Tasks"),
                        "type",
                        "Document Type",
                        "document_type",
                        "ToDo",
                        "function",
                        "Count"));
        String closed = insert(
                "Number Card",
                Map.of(
                        "label",
                        DeskUser.unique("Mail"),
                        "type",
                        "Document Type",
                        "document_type",
                        "Email Account",
                        "function",
                        "Count"));
        assertSees(reader, "Number Card", open, true);
        assertSees(reader, "Number Card", closed, false);
        Map<String, Object> chart = new LinkedHashMap<>();
        chart.put("chart_name", DeskUser.unique("Tasks"));
        chart.put("chart_type", "Count");
        chart.put("document_type", "Email Account");
        chart.put("based_on", "creation");
        chart.put("filters_json", "[]");
        assertSees(reader, "Dashboard Chart", insert("Dashboard Chart", chart), false);
        String role = role();
        chart.put("chart_name", DeskUser.unique("Tasks"));
        chart.put("roles", List.of(Map.of("role", role)));
        String ofRole = insert("Dashboard Chart", chart);
        assertSees(DeskUser.with(role), "Dashboard Chart", ofRole, true);
        assertSees(reader, "Dashboard Chart", ofRole, false);
    }
}
