package org.affogato.api.method.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.affogato.engine.Engine;
import org.affogato.engine.spi.Context;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What list views call beside the recorded scenarios. */
@QuarkusTest
class ListViewsTest {
    private static final String DOCTYPE = "View Ware";

    @TestHTTPResource("/")
    URI base;

    @Inject
    Engine engine;

    private DeskSite site;
    private DeskClient desk;

    @BeforeEach
    void open() throws Exception {
        site = new DeskSite(engine);
        site.role("View Reader");
        Map<String, Object> hidden = DeskSite.rights("System Manager", "read", "write");
        hidden.put("permlevel", 1L);
        site.doctype(
                DOCTYPE,
                Map.of("search_fields", "kind", "title_field", "label", "show_title_field_in_link", 1L),
                List.of(DeskSite.everything("System Manager"), DeskSite.rights("View Reader", "read"), hidden),
                "title:Data",
                "label:Data",
                "kind:Data",
                "day:Date",
                "until:Date");
        site.insert(DOCTYPE, ware("w1", "One", "tea"));
        site.insert(DOCTYPE, ware("w2", "Two", "tea"));
        site.insert(DOCTYPE, ware("w3", "Three", "nut"));
        desk = DeskClient.administrator(base);
    }

    private static Map<String, Object> ware(String title, String label, String kind) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("title", title);
        values.put("label", label);
        values.put("kind", kind);
        values.put("day", "2024-03-01");
        return values;
    }

    private DeskClient reader(String key) throws Exception {
        return DeskClient.of(base, site.user(key, "View Reader"), DeskSite.PASSWORD);
    }

    @Test
    void tellsWhoIsAssigned() throws Exception {
        String user = site.user("view-assignee", "System Manager");
        engine.run(Context.ADMINISTRATOR, context -> {
            Map<String, Object> todo = new LinkedHashMap<>();
            todo.put("description", "look");
            todo.put("allocated_to", user);
            todo.put("reference_type", DOCTYPE);
            todo.put("reference_name", "w1");
            return context.documents().insert(context.documents().create("ToDo", todo));
        });
        JsonNode list = desk.message(
                "frappe.desk.reportview.get",
                "doctype",
                DOCTYPE,
                "fields",
                "[\"name\", \"_assign\"]",
                "filters",
                "{\"name\": \"w1\"}");
        assertThat(list.at("/user_info").path(user).path("fullname").asText()).isEqualTo("view-assignee");
        JsonNode groups = desk.message(
                "frappe.desk.listview.get_group_by_count",
                "doctype",
                DOCTYPE,
                "current_filters",
                "[]",
                "field",
                "assigned_to");
        assertThat(groups.at("/0/name").asText()).isEqualTo(user);
        assertThat(groups.at("/0/count").asInt()).isPositive();
        JsonNode others = desk.message(
                "frappe.desk.listview.get_group_by_count",
                "doctype",
                DOCTYPE,
                "current_filters",
                "[[\"name\", \"=\", \"w3\"]]",
                "field",
                "assigned_to");
        assertThat(others).isEmpty();
    }

    @Test
    void addsAFigureToEachGroup() throws Exception {
        JsonNode groups = desk.message(
                "frappe.desk.reportview.get",
                "doctype",
                DOCTYPE,
                "fields",
                "[\"kind\"]",
                "group_by",
                "kind",
                "order_by",
                "_aggregate_column desc",
                "aggregate_function",
                "count",
                "aggregate_on_doctype",
                DOCTYPE,
                "aggregate_on_field",
                "name");
        assertThat(groups.at("/keys/1").asText()).isEqualTo("_aggregate_column");
        assertThat(groups.at("/values/0").toString()).isEqualTo("[\"tea\",2]");
    }

    @Test
    void keepsHowAListWasLeft() throws Exception {
        DeskClient reader = reader("view-keeper");
        reader.call(
                "frappe.desk.reportview.get",
                "doctype",
                DOCTYPE,
                "fields",
                "[\"name\"]",
                "user_settings",
                "{\"List\": {\"order_by\": \"name\"}}",
                "save_user_settings_fields",
                "1");
        String kept = reader.message("frappe.model.utils.user_settings.get", "doctype", DOCTYPE)
                .asText();
        assertThat(kept).contains("\"order_by\":\"name\"").contains("\"fields\":[\"name\"]");
        assertThat(desk.message("frappe.model.utils.user_settings.get", "doctype", DOCTYPE)
                        .asText())
                .doesNotContain("order_by");
    }

    @Test
    void keepsReportsToWhoMayReport() throws Exception {
        HttpResponse<byte[]> refused = reader("view-reporter")
                .call(
                        "frappe.desk.reportview.save_report",
                        "name",
                        "View Kinds",
                        "doctype",
                        DOCTYPE,
                        "report_settings",
                        "{}");
        assertThat(refused.statusCode()).isEqualTo(403);
    }

    @Test
    void deletesWhatGoesAndTellsWhatStays() throws Exception {
        site.insert(DOCTYPE, ware("gone", "Gone", "x"));
        HttpResponse<byte[]> refused = reader("view-deleter")
                .call("frappe.desk.reportview.delete_items", "doctype", DOCTYPE, "items", "[\"gone\"]");
        assertThat(DeskClient.text(refused)).contains("_server_messages");
        HttpResponse<byte[]> deleted =
                desk.call("frappe.desk.reportview.delete_items", "doctype", DOCTYPE, "items", "[\"gone\", \"never\"]");
        assertThat(DeskClient.text(deleted)).isEqualTo("{}");
        assertThat(desk.message(
                                "frappe.desk.reportview.get_count",
                                "doctype",
                                DOCTYPE,
                                "filters",
                                "{\"name\": \"gone\"}")
                        .asInt())
                .isZero();
    }

    @Test
    void showsTitlesInPlaceOfNames() throws Exception {
        JsonNode found = desk.message("frappe.desk.search.search_link", "doctype", DOCTYPE, "txt", "w3");
        assertThat(found.toString()).isEqualTo("[{\"value\":\"w3\",\"label\":\"Three\",\"description\":\"w3, nut\"}]");
        assertThat(desk.message("frappe.desk.search.get_link_title", "doctype", DOCTYPE, "docname", "w2")
                        .asText())
                .isEqualTo("Two");
        DeskClient stranger = DeskClient.of(base, site.user("view-stranger"), DeskSite.PASSWORD);
        assertThat(stranger.call("frappe.desk.search.get_link_title", "doctype", DOCTYPE, "docname", "w2")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void searchesUsersByFullName() throws Exception {
        String user = site.user("view-zebra", "System Manager");
        JsonNode found = desk.message("frappe.desk.search.search_link", "doctype", "User", "txt", "ew-zeb");
        assertThat(found.findValuesAsText("value")).containsExactly(user);
        HttpResponse<byte[]> secret = reader("view-prober")
                .call(
                        "frappe.desk.search.search_link",
                        "doctype",
                        "User",
                        "txt",
                        "a",
                        "searchfield",
                        "reset_password_key");
        assertThat(secret.statusCode()).isEqualTo(417);
        JsonNode mentions = desk.message("frappe.desk.search.get_names_for_mentions", "search_term", "view-zebra");
        assertThat(mentions.at("/0/id").asText()).isEqualTo(user);
    }

    @Test
    void callsNoMethodThatWritesAsASearch() throws Exception {
        HttpResponse<byte[]> answer = desk.call(
                "frappe.desk.search.search_widget",
                "doctype",
                DOCTYPE,
                "txt",
                "",
                "query",
                "frappe.desk.reportview.delete_items");
        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @Test
    void movesEntriesOfACalendar() throws Exception {
        String map = "{\"start\": \"day\", \"end\": \"until\", \"title\": \"label\"}";
        site.insert(DOCTYPE, ware("dated", "Dated", "cal"));
        desk.call(
                "frappe.desk.calendar.update_event",
                "args",
                "{\"doctype\": \"View Ware\", \"name\": \"dated\", \"day\": \"2025-05-02\", \"until\": \"2025-05-04\"}",
                "field_map",
                map);
        assertThat(events("2025-05-03", "2025-05-31", map)).contains("dated");
        assertThat(events("2025-05-05", "2025-05-31", map)).doesNotContain("dated");
        assertThat(events("2025-04-01", "2025-05-01", map)).doesNotContain("dated");
    }

    private List<String> events(String start, String end, String map) throws Exception {
        return desk.message(
                        "frappe.desk.calendar.get_events",
                        "doctype",
                        DOCTYPE,
                        "start",
                        start,
                        "end",
                        end,
                        "field_map",
                        map,
                        "filters",
                        "[[\"View Ware\", \"kind\", \"=\", \"cal\"]]")
                .findValuesAsText("name");
    }

    @Test
    void listsRowsOfTablesWithoutTheirParentForAdministratorAlone() throws Exception {
        String list = "frappe.desk.reportview.get_list";
        assertThat(desk.message(list, "doctype", "DocPerm", "page_length", "3")).hasSize(3);
        assertThat(desk.message("frappe.desk.search.search_link", "doctype", "DocField", "txt", ""))
                .isNotEmpty();
        assertThat(reader("view-rows").call(list, "doctype", "DocPerm").statusCode())
                .isEqualTo(403);
    }
}
