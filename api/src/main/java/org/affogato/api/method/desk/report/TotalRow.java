package org.affogato.api.method.desk.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The sums below a report, a list in the order of its columns. Frappe: {@code add_total_row}. */
final class TotalRow {
    private static final Set<String> SUMMED = Set.of("Currency", "Int", "Float", "Percent", "Duration");
    private static final Set<String> UNLABELLED = Set.of("Currency", "Int", "Float", "Percent", "Date");

    private TotalRow() {}

    /**
     * @param rows at least one
     * @param parentField in a tree, the column that names a row's parent: only roots count; empty where it is none
     */
    static List<Object> of(
            List<Map<String, @Nullable Object>> rows, List<Map<String, @Nullable Object>> columns, String parentField) {
        List<Object> totals = new ArrayList<>();
        columns.forEach(column -> totals.add(total(column, rows, parentField)));
        if (!columns.isEmpty() && !UNLABELLED.contains(ReportColumns.text(columns.getFirst(), "fieldtype"))) {
            totals.set(0, "Total");
        }
        return totals;
    }

    private static Object total(
            Map<String, @Nullable Object> column, List<Map<String, @Nullable Object>> rows, String parentField) {
        String fieldtype = ReportColumns.text(column, "fieldtype");
        String fieldname = ReportColumns.fieldname(column);
        if (fieldtype.equals("Time")) {
            return times(fieldname, rows);
        }
        if (fieldtype.equals("Link") && ReportColumns.text(column, "options").equals("Currency")) {
            Object currency = rows.getFirst().get(fieldname);
            return currency == null ? "" : currency;
        }
        if (!SUMMED.contains(fieldtype)) {
            return "";
        }
        List<Double> numbers = rows.stream()
                .filter(row -> parentField.isEmpty() || isEmpty(row.get(parentField)))
                .map(row -> number(row.get(fieldname)))
                .filter(number -> number != 0)
                .toList();
        double sum = numbers.stream().mapToDouble(Double::doubleValue).sum();
        if (fieldtype.equals("Percent")) {
            return sum / rows.size();
        }
        return numbers.isEmpty() ? "" : (Object) sum;
    }

    private static Object times(String fieldname, List<Map<String, @Nullable Object>> rows) {
        Object sum = "";
        for (Map<String, @Nullable Object> row : rows) {
            if (row.get(fieldname) instanceof Duration time) {
                sum = sum instanceof Duration before ? before.plus(time) : time;
            }
        }
        return sum;
    }

    private static boolean isEmpty(@Nullable Object value) {
        return value == null || value.equals("") || value.equals(0L);
    }

    private static double number(@Nullable Object cell) {
        return switch (cell) {
            case Number number -> number.doubleValue();
            case String text when text.matches("[+-]?\\d{1,15}(\\.\\d+)?") -> Double.parseDouble(text);
            case null, default -> 0;
        };
    }
}
