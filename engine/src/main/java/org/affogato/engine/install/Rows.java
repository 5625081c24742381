package org.affogato.engine.install;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows of one child table of a definition under keys that tell which row is which; equal keys are counted. */
final class Rows {
    private final Map<String, Map<String, @Nullable Object>> byKey = new LinkedHashMap<>();

    /**
     * @param table the table's key in a JSON file
     */
    Rows(String table, List<Map<String, @Nullable Object>> rows) {
        for (Map<String, @Nullable Object> row : rows) {
            String key = key(table, row);
            int count = 1;
            while (byKey.containsKey(key + '#' + count)) {
                count++;
            }
            byKey.put(key + '#' + count, row);
        }
    }

    private static String key(String table, Map<String, @Nullable Object> row) {
        return switch (table) {
            case "fields" -> text(row, "fieldname");
            case "permissions" -> text(row, "role") + '|' + number(row, "permlevel") + '|' + number(row, "if_owner");
            case "links" ->
                text(row, "link_doctype") + '|' + text(row, "link_fieldname") + '|' + text(row, "table_fieldname");
            case "actions" -> text(row, "label");
            default -> text(row, "title");
        };
    }

    private static String text(Map<String, @Nullable Object> row, String property) {
        Object value = row.get(property);
        return value == null ? "" : value.toString();
    }

    private static String number(Map<String, @Nullable Object> row, String property) {
        String value = text(row, property);
        return value.isEmpty() ? "0" : value;
    }

    Map<String, Map<String, @Nullable Object>> byKey() {
        return byKey;
    }

    boolean has(String key) {
        return byKey.containsKey(key);
    }

    @Nullable
    Map<String, @Nullable Object> get(String key) {
        return byKey.get(key);
    }
}
