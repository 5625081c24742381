package org.affogato.api.method.desk.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.affogato.api.json.Json;
import org.affogato.api.method.desk.AppFiles;
import org.affogato.engine.error.PermissionError;
import org.affogato.engine.meta.Right;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.ListRequest;
import org.jspecify.annotations.Nullable;

/**
 * Columns that a reader adds to a report: fields of the documents that a column of it links to. Frappe:
 * {@code add_custom_column_data}.
 */
final class AddedColumns {
    private AddedColumns() {}

    /** Fills the cells of the columns; where the reader may not read the linked DocType that is an error. */
    static void fill(
            List<Map<String, @Nullable Object>> columns, List<Map<String, @Nullable Object>> rows, Context context) {
        for (Map<String, @Nullable Object> column : columns) {
            String[] place = ReportColumns.fieldname(column).split("-", 2);
            column.put("fieldname", place[0]);
            String link = link(column.get("link_field"));
            if (!link.isEmpty()) {
                Map<Object, @Nullable Object> values =
                        values(ReportColumns.text(column, "doctype"), place[0], names(rows, link), context);
                boolean sameName = place.length > 1
                        && AppFiles.scrub(ReportColumns.text(column, "doctype")).equals(AppFiles.scrub(place[1]));
                String target = sameName ? ReportColumns.text(column, "id") : place[0];
                column.put("fieldname", target);
                rows.stream()
                        .filter(row -> isGiven(row.get(link)))
                        .forEach(row -> row.put(target, values.get(row.get(link))));
            }
        }
    }

    private static String link(@Nullable Object given) {
        return switch (given) {
            case String text -> text;
            case Map<?, ?> map -> ReportColumns.fieldname(Json.object(map));
            case null, default -> "";
        };
    }

    private static Set<Object> names(List<Map<String, @Nullable Object>> rows, String link) {
        Set<Object> names = new LinkedHashSet<>();
        for (Map<String, @Nullable Object> row : rows) {
            Object name = row.get(link);
            if (name != null && isGiven(name)) {
                names.add(name);
            }
        }
        return names;
    }

    private static boolean isGiven(@Nullable Object value) {
        return value != null && !value.equals("");
    }

    /**
     * The values of a field by the documents' names.
     *
     * @param names of these documents; of all where there are none
     */
    static Map<Object, @Nullable Object> values(String doctype, String field, Set<Object> names, Context context) {
        if (!context.permissions().has(Right.READ, doctype)) {
            throw new PermissionError("You may not read %s".formatted(doctype));
        }
        Object filters = names.isEmpty() ? null : Map.of("name", List.of("in", new ArrayList<>(names)));
        Map<Object, @Nullable Object> values = new LinkedHashMap<>();
        for (Map<String, @Nullable Object> row :
                context.documents().list(ListRequest.visible(doctype, List.of("name", field), filters))) {
            values.put(String.valueOf(row.get("name")), row.get(field));
        }
        return values;
    }
}
