package org.affogato.doctypes.frappe.desk.doctype.dashboard_chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.affogato.doctypes.frappe.desk.FilterList;
import org.affogato.engine.document.Document;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.ListRequest;
import org.jspecify.annotations.Nullable;

/** The documents behind a chart, of those that its reader may list; cancelled ones never count. */
final class ChartQuery {
    private final Document chart;
    private final Context context;
    private final List<Object> filters;

    /**
     * @param given filters in place of the chart's own; nothing for these
     */
    ChartQuery(Document chart, @Nullable Object given, Context context) {
        this.chart = chart;
        this.context = context;
        List<Object> wanted = FilterList.of(given);
        this.filters = wanted.isEmpty() ? FilterList.of(chart.text("filters_json")) : wanted;
        where("docstatus", "<", 2L);
    }

    Document chart() {
        return chart;
    }

    Context context() {
        return context;
    }

    ChartQuery where(String fieldname, String operator, Object value) {
        filters.add(List.of(chart.text("document_type"), fieldname, operator, value));
        return this;
    }

    /**
     * One row a value of the field: that as {@code name}, the total and the number of documents.
     *
     * @param added the field that is added up; nothing to count only
     */
    List<Map<String, @Nullable Object>> groupedBy(String fieldname, String added, String order) {
        String total = added.isEmpty() ? "count(*)" : "sum(%s)".formatted(added);
        return list(fieldname, List.of(total + " as total", "count(*) as number"), order);
    }

    /** One row a value of the field: that as {@code name} and the other columns, by their names. */
    List<Map<String, @Nullable Object>> list(String fieldname, List<String> columns, String order) {
        if (fieldname.isEmpty()) {
            throw new ValidationError("The chart %s does not say by which field".formatted(chart.name()));
        }
        List<String> fields = new ArrayList<>(List.of(fieldname + " as name"));
        fields.addAll(columns);
        String parent = chart.text("parent_document_type");
        ListRequest request = ListRequest.visible(chart.text("document_type"), fields, filters)
                .groupedBy(fieldname)
                .orderedBy(order)
                .under(parent.isEmpty() ? null : parent);
        return context.documents().list(request);
    }
}
