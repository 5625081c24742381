package org.affogato.doctypes.frappe.desk.doctype.dashboard_chart;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.affogato.engine.document.Document;
import org.jspecify.annotations.Nullable;

/** A chart of one year: a value a day, by the second at which the day begins. */
final class Heatmap {
    private Heatmap() {}

    static Map<String, Object> of(ChartQuery query, int year) {
        Document chart = query.chart();
        String field = chart.text("based_on");
        query.where(field, ">", LocalDate.of(year, 1, 1).toString())
                .where(field, "<", LocalDate.of(year + 1, 1, 1).toString());
        String order = "`tab%s`.`%s` asc".formatted(chart.text("document_type"), field);
        Map<LocalDate, TimeSeries.Period> days = new TreeMap<>();
        List<Map<String, @Nullable Object>> rows = query.groupedBy(field, chart.text("value_based_on"), order);
        rows.forEach(row -> days.computeIfAbsent(TimeSeries.day(row), day -> new TimeSeries.Period())
                .add(row));
        ZoneId zone = query.context().timeZone();
        Map<Long, Number> points = new LinkedHashMap<>();
        days.forEach((day, period) ->
                points.put(day.atStartOfDay(zone).toEpochSecond(), period.value(chart.text("chart_type"))));
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("labels", List.of());
        answer.put("dataPoints", points);
        return answer;
    }
}
