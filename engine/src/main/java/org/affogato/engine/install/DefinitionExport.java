package org.affogato.engine.install;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.affogato.engine.db.DefinitionStore;
import org.affogato.engine.document.Document;
import org.affogato.engine.meta.StandardFields;
import org.affogato.engine.registry.DefinitionRows;
import org.jspecify.annotations.Nullable;

/**
 * A definition as its file says it: what is empty is left out, rows lose what places them, and fields keep the order of
 * the file that is there while {@code field_order} has the true one, so that a diff shows what changed.
 */
final class DefinitionExport {
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final DateTimeFormatter MICROS = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS");

    private DefinitionExport() {}

    /**
     * @param old the file as it stands, empty for none
     */
    static Map<String, @Nullable Object> of(Document definition, Map<String, @Nullable Object> old) {
        Map<String, @Nullable Object> content = filled(definition);
        content.remove("migration_hash");
        content.put("doctype", "DocType");
        DefinitionStore.TABLES.keySet().forEach(table -> content.put(table, rows(definition.rows(table))));
        content.put(
                "field_order",
                definition.rows("fields").stream()
                        .map(row -> row.text("fieldname"))
                        .toList());
        content.put("fields", inOldOrder(DefinitionRows.of(content.get("fields")), old));
        return content;
    }

    private static List<Map<String, @Nullable Object>> rows(List<Document> rows) {
        List<Map<String, @Nullable Object>> plain = new ArrayList<>();
        for (Document row : rows) {
            Map<String, @Nullable Object> values = filled(row);
            StandardFields.DEFAULT.forEach(values::remove);
            StandardFields.CHILD.forEach(values::remove);
            plain.add(values);
        }
        return plain;
    }

    private static Map<String, @Nullable Object> filled(Document document) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (String column : document.meta().columns()) {
            Object value = document.get(column);
            if (!isEmpty(value)) {
                values.put(column, value instanceof LocalDateTime time ? text(time) : value);
            }
        }
        return values;
    }

    private static boolean isEmpty(@Nullable Object value) {
        return value == null
                || value instanceof String text && text.isEmpty()
                || value instanceof Number number && number.doubleValue() == 0;
    }

    private static String text(LocalDateTime time) {
        return time.format(time.getNano() == 0 ? SECONDS : MICROS);
    }

    private static List<Map<String, @Nullable Object>> inOldOrder(
            List<Map<String, @Nullable Object>> fields, Map<String, @Nullable Object> old) {
        List<Map<String, @Nullable Object>> rest = new ArrayList<>(fields);
        List<Map<String, @Nullable Object>> ordered = new ArrayList<>();
        for (Map<String, @Nullable Object> before : DefinitionRows.of(old.get("fields"))) {
            rest.stream()
                    .filter(row -> String.valueOf(row.get("fieldname")).equals(before.get("fieldname")))
                    .findFirst()
                    .ifPresent(row -> {
                        ordered.add(row);
                        rest.remove(row);
                    });
        }
        ordered.addAll(rest);
        return ordered;
    }
}
