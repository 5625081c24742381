package org.affogato.api.permission;

import java.util.List;
import java.util.Map;

/** Calls that make a figure or a chart of what the caller may list; charts leave cancelled documents out. */
final class Figures {
    private Figures() {}

    static List<Call> all() {
        return List.of(
                Lists.counting(
                        "number card",
                        "/message",
                        (who, paper) -> Sent.post(
                                "frappe.desk.doctype.number_card.number_card.get_result",
                                "doc",
                                figure(paper, "type", "Document Type", "function", "Count"),
                                "filters",
                                "[]")),
                Lists.counting(
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

    private static Map<String, Object> figure(Paper paper, Object... more) {
        Map<String, Object> figure = Sent.map(more);
        figure.put("document_type", paper.doctype());
        figure.put("filters_json", "[]");
        return figure;
    }
}
