package org.affogato.api.method.desk.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.affogato.api.json.Json;
import org.affogato.api.method.desk.AppFiles;
import org.jspecify.annotations.Nullable;

/** Columns of a report in their two forms. Frappe: {@code get_column_as_dict}. */
final class ReportColumns {
    private ReportColumns() {}

    /** Every column as a map with a label and a fieldname. */
    static List<Map<String, @Nullable Object>> of(List<?> columns) {
        List<Map<String, @Nullable Object>> all = new ArrayList<>();
        for (Object column : columns) {
            all.add(column instanceof Map<?, ?> ? completed(Json.object(column)) : parsed(String.valueOf(column)));
        }
        return all;
    }

    private static Map<String, @Nullable Object> completed(Map<String, @Nullable Object> given) {
        Map<String, @Nullable Object> column = new LinkedHashMap<>(given);
        if (!column.containsKey("fieldname")) {
            column.put("fieldname", AppFiles.scrub(text(column, "label")));
        }
        return column;
    }

    /** {@code Label:Fieldtype/Options:Width}, of which only the label must be there. */
    private static Map<String, @Nullable Object> parsed(String text) {
        String[] parts = text.split(":", -1);
        Map<String, @Nullable Object> column = new LinkedHashMap<>();
        if (parts.length > 1) {
            int slash = parts[1].indexOf('/');
            column.put("fieldtype", slash < 0 ? parts[1] : parts[1].substring(0, slash));
            if (slash >= 0) {
                column.put("options", parts[1].substring(slash + 1));
            }
        }
        if (parts.length == 3) {
            column.put("width", parts[2]);
        }
        column.put("label", parts[0]);
        column.put("fieldname", AppFiles.scrub(parts[0]));
        return column;
    }

    static String fieldname(Map<String, @Nullable Object> column) {
        return text(column, "fieldname");
    }

    static String text(Map<String, @Nullable Object> column, String key) {
        Object value = column.get(key);
        return value == null ? "" : value.toString();
    }

    /** Rows as maps by fieldname; those that are maps already stay. */
    static List<Map<String, @Nullable Object>> rows(List<?> rows, List<Map<String, @Nullable Object>> columns) {
        List<Map<String, @Nullable Object>> all = new ArrayList<>(rows.size());
        for (Object row : rows) {
            switch (row) {
                case Map<?, ?> map -> all.add(new LinkedHashMap<>(Json.object(map)));
                case List<?> values -> all.add(row(values, columns));
                case null, default -> all.add(new LinkedHashMap<>());
            }
        }
        return all;
    }

    private static Map<String, @Nullable Object> row(List<?> values, List<Map<String, @Nullable Object>> columns) {
        Map<String, @Nullable Object> row = LinkedHashMap.newLinkedHashMap(columns.size());
        for (int i = 0; i < columns.size(); i++) {
            row.put(fieldname(columns.get(i)), i < values.size() ? values.get(i) : null);
        }
        return row;
    }
}
