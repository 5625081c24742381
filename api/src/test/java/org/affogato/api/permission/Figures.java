package org.affogato.api.permission;

import static org.affogato.api.permission.Sent.encoded;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/** Calls that count what the caller may list, or make a figure or a chart of it; charts leave cancelled documents out. */
final class Figures {
    private Figures() {}

    static List<Call> all() {
        List<Call> calls = new ArrayList<>(counts());
        calls.addAll(figures());
        return calls;
    }

    private static List<Call> counts() {
        return List.of(
                counting(
                        "client.get_count",
                        "/message",
                        (who, paper) -> Sent.get("frappe.client.get_count", "doctype", paper.doctype())),
                counting(
                        "reportview.get_count",
                        "/message",
                        (who, paper) -> Sent.get(
                                "frappe.desk.reportview.get_count",
                                "doctype",
                                paper.doctype(),
                                "fields",
                                "[\"name\"]",
                                "distinct",
                                "false")),
                counting(
                        "v2 count",
                        "/data",
                        (who, paper) -> Sent.to("GET", "/api/v2/doctype/" + encoded(paper.doctype()) + "/count")),
                counting(
                                "mcp count_documents",
                                "/result/structuredContent/count",
                                (who, paper) -> DocumentReads.tool("count_documents", "doctype", paper.doctype()))
                        .judgedBy(DocumentReads::ofTool),
                counting(
                        "get_stats",
                        "/message/status/0/1",
                        (who, paper) -> Sent.get(
                                "frappe.desk.reportview.get_stats",
                                "doctype",
                                paper.doctype(),
                                "stats",
                                "[\"status\"]")),
                counting(
                        "get_filter_dashboard_data",
                        "/message/status/0/1",
                        (who, paper) -> Sent.get(
                                "frappe.desk.reportview.get_filter_dashboard_data",
                                "doctype",
                                paper.doctype(),
                                "stats",
                                "[{\"name\": \"status\", \"type\": \"Select\"}]")),
                counting(
                        "get_sidebar_stats",
                        "/message/stats/status/0/1",
                        (who, paper) -> Sent.get(
                                "frappe.desk.reportview.get_sidebar_stats",
                                "doctype",
                                paper.doctype(),
                                "stats",
                                "[\"status\"]")),
                counting(
                        "get_group_by_count",
                        "/message/0/count",
                        (who, paper) -> Sent.get(
                                "frappe.desk.listview.get_group_by_count",
                                "doctype",
                                paper.doctype(),
                                "current_filters",
                                "[]",
                                "field",
                                "status")));
    }

    private static List<Call> figures() {
        return List.of(
                counting(
                        "number card",
                        "/message",
                        (who, paper) -> Sent.post(
                                "frappe.desk.doctype.number_card.number_card.get_result",
                                "doc",
                                figure(paper, "type", "Document Type", "function", "Count"),
                                "filters",
                                "[]")),
                counting(
                        "chart of groups",
                        "/message/datasets/0/values/0",
                        paper -> paper.docstatus() < 2,
                        (who, paper) -> Sent.post(
                                "frappe.desk.doctype.dashboard_chart.dashboard_chart.get",
                                "chart",
                                figure(
                                        paper,
                                        "chart_name",
                                        "By status",
                                        "chart_type",
                                        "Group By",
                                        "type",
                                        "Bar",
                                        "group_by_type",
                                        "Count",
                                        "group_by_based_on",
                                        "status"))));
    }

    /** The number at that place of the answer is that of the documents that the caller may list. */
    private static Call counting(String name, String at, BiFunction<Person, Paper, Sent> request) {
        return counting(name, at, paper -> true, request);
    }

    /** Like the other, for a figure that only some documents count in. */
    private static Call counting(
            String name, String at, Predicate<Paper> counts, BiFunction<Person, Paper, Sent> request) {
        return Call.of(name, request).expects(Lists::may).checks(scene -> {
            long wanted = Lists.ofDoctype(scene).stream()
                    .filter(paper -> scene.model().lists(scene.who(), paper))
                    .filter(counts)
                    .count();
            long found = scene.reply().json().at(at).asLong();
            return scene.verdict() == Verdict.ALLOWED && found != wanted
                    ? "counts %d instead of %d".formatted(found, wanted)
                    : null;
        });
    }

    private static Map<String, Object> figure(Paper paper, Object... more) {
        Map<String, Object> figure = Sent.map(more);
        figure.put("document_type", paper.doctype());
        figure.put("filters_json", "[]");
        return figure;
    }
}
