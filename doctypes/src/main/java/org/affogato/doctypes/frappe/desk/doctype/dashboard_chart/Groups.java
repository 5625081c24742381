package org.affogato.doctypes.frappe.desk.doctype.dashboard_chart;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.affogato.engine.document.Document;
import org.affogato.engine.error.ValidationError;
import org.jspecify.annotations.Nullable;

/** A chart by groups: a value for each value of a field, the highest first. */
final class Groups {
    private Groups() {}

    /** Null where there are no documents. */
    static @Nullable Map<String, Object> of(ChartQuery query) {
        Document chart = query.chart();
        String aggregate = aggregate(chart.text("group_by_type"), chart.text("aggregate_function_based_on"));
        List<Map<String, @Nullable Object>> rows =
                query.list(chart.text("group_by_based_on"), List.of(aggregate + " as count"), "count desc");
        if (rows.isEmpty()) {
            return null;
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("labels", rows.stream().map(row -> label(row.get("name"))).toList());
        List<@Nullable Object> values = new ArrayList<>();
        rows.forEach(row -> values.add(row.get("count")));
        answer.put("datasets", List.of(TimeSeries.dataset(chart.name(), values)));
        return answer;
    }

    private static String aggregate(String type, String field) {
        return switch (type) {
            case "Sum" -> "sum(%s)".formatted(field);
            case "Average" -> "avg(%s)".formatted(field);
            case "Count" -> field.isEmpty() ? "count(*)" : "count(%s)".formatted(field);
            default -> throw new ValidationError("A chart by groups needs a function");
        };
    }

    private static Object label(@Nullable Object group) {
        boolean none = group == null || group.equals("") || group instanceof Number number && number.doubleValue() == 0;
        return none ? "Not Specified" : group;
    }
}
