package org.affogato.api.method.desk.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.affogato.engine.permission.PermissionRules;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.ListRequest;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of a report its reader may see: those whose linked documents lie within the reader's User Permissions, and
 * those of documents shared with the reader. Frappe: {@code get_filtered_data}.
 */
final class RowPermissions {
    private final PermissionRules rules;
    private final Context context;
    private final Map<List<Object>, Boolean> existing = new HashMap<>();

    RowPermissions(PermissionRules rules, Context context) {
        this.rules = rules;
        this.context = context;
    }

    List<Map<String, @Nullable Object>> visible(
            String doctype, List<Map<String, @Nullable Object>> columns, List<Map<String, @Nullable Object>> rows) {
        Map<String, String> linked = linked(columns, rows);
        List<Map<String, List<String>>> filters = new ArrayList<>();
        linked.keySet().forEach(target -> filters.add(rules.rowFilters(target, context)));
        filters.removeIf(Map::isEmpty);
        if (filters.isEmpty()) {
            return rows;
        }
        String own = linked.get(doctype);
        Set<Object> shared = own == null ? Set.of() : shared(doctype);
        return rows.stream()
                .filter(row -> isShared(own, shared, row)
                        || filters.stream().allMatch(reachable -> meets(row, linked, reachable)))
                .toList();
    }

    /** The columns that link to DocTypes, by these: the last of several, where any row has a value in it. */
    private static Map<String, String> linked(
            List<Map<String, @Nullable Object>> columns, List<Map<String, @Nullable Object>> rows) {
        Map<String, String> linked = new LinkedHashMap<>();
        for (Map<String, @Nullable Object> column : columns) {
            String target = ReportColumns.text(column, "options");
            if (ReportColumns.text(column, "fieldtype").equals("Link") && !target.isEmpty()) {
                linked.put(target, ReportColumns.fieldname(column));
            }
        }
        linked.values().removeIf(fieldname -> rows.stream().noneMatch(row -> isValue(row.get(fieldname))));
        return linked;
    }

    private static boolean isValue(@Nullable Object cell) {
        return cell != null && !cell.equals("");
    }

    private static boolean isShared(@Nullable String own, Set<Object> shared, Map<String, @Nullable Object> row) {
        Object name = own == null ? null : row.get(own);
        return name != null && shared.contains(name);
    }

    private boolean meets(
            Map<String, @Nullable Object> row, Map<String, String> linked, Map<String, List<String>> reachable) {
        return linked.entrySet().stream().allMatch(link -> {
            List<String> names = reachable.get(link.getKey());
            Object cell = row.get(link.getValue());
            return names == null || cell == null || names.contains(cell.toString()) || !exists(link.getKey(), cell);
        });
    }

    private boolean exists(String doctype, Object name) {
        return existing.computeIfAbsent(
                List.of(doctype, name), key -> context.documents().exists(doctype, name.toString()));
    }

    private Set<Object> shared(String doctype) {
        List<Object> filters = List.of(List.of("share_doctype", "=", doctype), List.of("read", "=", 1L));
        List<Object> reader = List.of(List.of("user", "=", context.user()), List.of("everyone", "=", 1L));
        Set<Object> names = new HashSet<>();
        context.documents()
                .list(ListRequest.all("DocShare", List.of("share_name"), filters)
                        .or(reader))
                .forEach(row -> names.add(row.get("share_name")));
        return names;
    }
}
