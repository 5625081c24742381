package org.affogato.api.method.desk.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.affogato.api.json.Json;
import org.affogato.api.json.JsonWriter;
import org.affogato.engine.meta.DocField;
import org.affogato.engine.meta.Meta;
import org.affogato.engine.meta.Right;
import org.affogato.engine.spi.Context;
import org.jspecify.annotations.Nullable;

/** Takes from the versions of a document the changes of fields that the caller may not read. */
final class ShownChanges {
    private final Context context;
    private final Meta meta;
    private final Set<Integer> open;

    ShownChanges(Context context, Meta meta) {
        this.context = context;
        this.meta = meta;
        this.open = context.permissions().permlevels(meta.name(), Right.READ);
    }

    void keep(List<Map<String, @Nullable Object>> versions) {
        if (hasClosedFields()) {
            versions.forEach(version -> version.computeIfPresent("data", (key, data) -> shown(data)));
        }
    }

    private boolean hasClosedFields() {
        return hasClosedFields(meta)
                || meta.tableFields().stream()
                        .map(DocField::options)
                        .anyMatch(rows ->
                                rows != null && context.hasDoctype(rows) && hasClosedFields(context.meta(rows)));
    }

    private boolean hasClosedFields(Meta any) {
        return any.fields().stream().anyMatch(this::isClosed);
    }

    private boolean isClosed(@Nullable DocField field) {
        return field != null && field.permlevel() > 0 && !open.contains(field.permlevel());
    }

    private Object shown(Object data) {
        if (!(Json.readIfJson(data) instanceof Map<?, ?>)) {
            return data;
        }
        Map<String, @Nullable Object> changes = new LinkedHashMap<>(Json.object(data));
        changes.replaceAll((kind, entries) -> entries instanceof List<?> list ? shown(kind, list) : entries);
        return JsonWriter.text(changes);
    }

    /** Entries begin with the field; those of rows go on with the row, or end with the changes within it. */
    private List<Object> shown(String kind, List<?> entries) {
        List<Object> shown = new ArrayList<>();
        for (Object entry : entries) {
            if (entry instanceof List<?> parts && !parts.isEmpty()) {
                DocField field = meta.field(String.valueOf(parts.getFirst()));
                if (!isClosed(field)) {
                    shown.add(field != null && field.type().isTable() ? ofRow(kind, field, parts) : parts);
                }
            } else {
                shown.add(entry);
            }
        }
        return shown;
    }

    private List<@Nullable Object> ofRow(String kind, DocField table, List<?> parts) {
        List<@Nullable Object> row = new ArrayList<>(parts);
        Meta rows = context.meta(String.valueOf(table.options()));
        if (row.getLast() instanceof List<?> changes && kind.equals("row_changed")) {
            List<?> shown = changes.stream()
                    .filter(change ->
                            !(change instanceof List<?> pair) || !isClosed(rows.field(String.valueOf(pair.getFirst()))))
                    .toList();
            row.set(row.size() - 1, shown);
        } else if (row.getLast() instanceof Map<?, ?> values) {
            Map<Object, @Nullable Object> shown = new LinkedHashMap<>(values);
            shown.keySet().removeIf(name -> isClosed(rows.field(String.valueOf(name))));
            row.set(row.size() - 1, shown);
        }
        return row;
    }
}
