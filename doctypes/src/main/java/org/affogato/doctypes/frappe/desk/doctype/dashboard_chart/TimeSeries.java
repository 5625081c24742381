package org.affogato.doctypes.frappe.desk.doctype.dashboard_chart;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.affogato.engine.document.Document;
import org.jspecify.annotations.Nullable;

/** A chart over time: one value a period, 0 where nothing happened. Frappe: {@code get_chart_config}. */
final class TimeSeries {
    private final ChartQuery query;
    private final TimeInterval interval;

    TimeSeries(ChartQuery query, TimeInterval interval) {
        this.query = query;
        this.interval = interval;
    }

    /**
     * The span of a chart that shows the time up to now.
     *
     * @param timespan {@code Last Year} and the like
     */
    static LocalDate start(String timespan, LocalDate today) {
        return switch (timespan) {
            case "Last Week" -> today.minusDays(7);
            case "Last Month" -> today.minusMonths(1);
            case "Last Quarter" -> today.minusMonths(3);
            case "Last Year" -> today.minusYears(1);
            case "All Time" -> today.minusYears(50);
            default -> today;
        };
    }

    Map<String, Object> between(LocalDate from, LocalDateTime to) {
        Document chart = query.chart();
        String field = chart.text("based_on");
        query.where(field, ">=", from.toString()).where(field, "<=", to);
        String order = "`tab%s`.`%s` asc".formatted(chart.text("document_type"), field);
        List<Map<String, @Nullable Object>> rows = query.groupedBy(field, chart.text("value_based_on"), order);
        List<LocalDate> endings = interval.endings(from, to.toLocalDate());
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("labels", endings.stream().map(interval::label).toList());
        answer.put("datasets", List.of(dataset(chart.name(), values(rows, endings))));
        return answer;
    }

    static Map<String, Object> dataset(String name, List<?> values) {
        Map<String, Object> dataset = new LinkedHashMap<>();
        dataset.put("name", name);
        dataset.put("values", values);
        return dataset;
    }

    private List<Number> values(List<Map<String, @Nullable Object>> rows, List<LocalDate> endings) {
        List<Number> values = new ArrayList<>();
        int next = 0;
        for (LocalDate ending : endings) {
            Period period = new Period();
            while (next < rows.size() && !day(rows.get(next)).isAfter(ending)) {
                period.add(rows.get(next++));
            }
            values.add(period.value(query.chart().text("chart_type")));
        }
        return values;
    }

    static LocalDate day(Map<String, @Nullable Object> row) {
        return row.get("name") instanceof LocalDateTime moment
                ? moment.toLocalDate()
                : LocalDate.parse(String.valueOf(row.get("name")).substring(0, 10));
    }

    /** What happened in one period. */
    static final class Period {
        private Number total = 0L;
        private long number;

        void add(Map<String, @Nullable Object> row) {
            if (row.get("total") instanceof Number more) {
                total = total.doubleValue() + more.doubleValue();
            }
            number += ((Number) row.getOrDefault("number", 0L)).longValue();
        }

        Number value(String chartType) {
            return switch (chartType) {
                case "Count" -> number;
                case "Average" -> number == 0 ? total : Double.valueOf(total.doubleValue() / number);
                default -> total;
            };
        }
    }
}
