package org.affogato.api.permission;

import static org.affogato.api.permission.Sent.encoded;

import java.util.List;
import java.util.function.BiFunction;

/** What asks for a field of permlevel 1 in other ways than by showing it. */
final class ClosedFields {
    private ClosedFields() {}

    static List<Call> all() {
        return List.of(
                prying(
                        "filter",
                        (who, paper) -> Sent.to(
                                "GET",
                                "/api/resource/" + encoded(paper.doctype()),
                                "filters",
                                "[[\"secret\", \"like\", \"SECRET%\"]]")),
                prying(
                        "or_filters",
                        (who, paper) -> Sent.get(
                                "frappe.client.get_list",
                                "doctype",
                                paper.doctype(),
                                "or_filters",
                                "[[\"secret\", \"like\", \"SECRET%\"]]")),
                prying(
                        "count by filter",
                        (who, paper) -> Sent.get(
                                "frappe.client.get_count",
                                "doctype",
                                paper.doctype(),
                                "filters",
                                "{\"secret\": \"SECRET\"}")),
                prying(
                        "order_by",
                        (who, paper) -> Sent.get(
                                "frappe.client.get_list", "doctype", paper.doctype(), "order_by", "secret asc")),
                prying(
                        "group_by",
                        (who, paper) -> Sent.get(
                                "frappe.client.get_list",
                                "doctype",
                                paper.doctype(),
                                "fields",
                                "[\"count(name) as n\"]",
                                "group_by",
                                "secret")),
                prying(
                        "group count",
                        (who, paper) -> Sent.get(
                                "frappe.desk.listview.get_group_by_count",
                                "doctype",
                                paper.doctype(),
                                "current_filters",
                                "[]",
                                "field",
                                "secret")),
                prying(
                        "row filter",
                        (who, paper) -> Sent.get(
                                "frappe.client.get_list",
                                "doctype",
                                paper.doctype(),
                                "filters",
                                "[[\"Matrix Line\", \"note\", \"like\", \"SECRET%\"]]")),
                prying(
                        "dashboard data",
                        (who, paper) -> Sent.get(
                                "frappe.desk.reportview.get_filter_dashboard_data",
                                "doctype",
                                paper.doctype(),
                                "stats",
                                "[{\"name\": \"secret\", \"type\": \"Data\"}]")),
                prying(
                        "stats",
                        (who, paper) -> Sent.get(
                                "frappe.desk.reportview.get_stats",
                                "doctype",
                                paper.doctype(),
                                "stats",
                                "[\"secret\"]")),
                prying(
                        "search filter",
                        (who, paper) -> Sent.get(
                                "frappe.desk.search.search_link",
                                "doctype",
                                paper.doctype(),
                                "txt",
                                "",
                                "filters",
                                "{\"secret\": [\"like\", \"SECRET%\"]}")),
                prying(
                        "calendar field",
                        (who, paper) -> Sent.get(
                                "frappe.desk.calendar.get_events",
                                "doctype",
                                paper.doctype(),
                                "start",
                                "A",
                                "end",
                                "Z",
                                "field_map",
                                "{\"start\": \"secret\", \"end\": \"secret\"}")));
    }

    /** Whoever does not see a field must not learn of it by asking. */
    private static Call prying(String name, BiFunction<Person, Paper, Sent> request) {
        return Call.of("closed field in " + name, request)
                .expects((model, who, paper) ->
                        Lists.may(model, who, paper) == Verdict.ALLOWED && model.opens(who, "read", 1, paper.doctype())
                                ? Verdict.ALLOWED
                                : Verdict.REFUSED);
    }
}
