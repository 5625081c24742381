package org.affogato.api.method.desk.meta;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.affogato.engine.meta.Attributes;
import org.affogato.engine.meta.DocField;
import org.affogato.engine.meta.DocPerm;
import org.affogato.engine.meta.Meta;
import org.affogato.engine.spi.Context;
import org.jspecify.annotations.Nullable;

/** A compiled definition as rows of its tables again, null values left out. */
final class DefinitionRows {
    /** Frappe's rows of a definition carry the tables of a definition themselves, always empty. */
    private static final List<String> TABLES = List.of("fields", "permissions", "actions", "links", "states");

    private final Meta meta;
    private final Context context;

    DefinitionRows(Meta meta, Context context) {
        this.meta = meta;
        this.context = context;
    }

    Map<String, @Nullable Object> own() {
        return filled("DocType", meta.attributes());
    }

    List<Map<String, @Nullable Object>> fields() {
        return meta.fields().stream().map(this::field).toList();
    }

    List<Map<String, @Nullable Object>> tableFields() {
        return meta.tableFields().stream().map(this::fieldRow).toList();
    }

    private Map<String, @Nullable Object> field(DocField field) {
        Map<String, @Nullable Object> row = fieldRow(field);
        row.put("search_fields", null);
        row.put("is_custom_field", field.attributes().get("is_custom_field"));
        row.put("linked_document_type", null);
        String target = field.options();
        if (field.fieldtype().equals("Link") && target != null && context.hasDoctype(target)) {
            Meta linked = context.meta(target);
            row.put("search_fields", linked.searchFields().isEmpty() ? null : linked.searchFields());
            row.put("linked_document_type", linked.attributes().get("document_type"));
        }
        return row;
    }

    private Map<String, @Nullable Object> fieldRow(DocField field) {
        Map<String, @Nullable Object> row = row("DocField", field.attributes());
        row.put("parent", meta.name());
        row.put("parentfield", "fields");
        row.put("parenttype", "DocType");
        return row;
    }

    /** Rows of DocPerm, or those of Custom DocPerm where the site has its own. */
    List<Map<String, @Nullable Object>> permissions() {
        return meta.permissions().stream()
                .map(DocPerm::attributes)
                .map(rule -> row(rule.get("parenttype") == null ? "Custom DocPerm" : "DocPerm", rule))
                .toList();
    }

    List<Map<String, @Nullable Object>> part(String name) {
        String doctype = name.equals("states") ? "DocType State" : "DocType Action";
        return meta.part(name).stream().map(part -> row(doctype, part)).toList();
    }

    List<Map<String, @Nullable Object>> links(Dashboard dashboard) {
        return meta.part("links").stream().map(link -> link(link, dashboard)).toList();
    }

    private static Map<String, @Nullable Object> link(Attributes link, Dashboard dashboard) {
        Map<String, @Nullable Object> row = row("DocType Link", link);
        row.put("added", dashboard.joined(link));
        return row;
    }

    private static Map<String, @Nullable Object> row(String doctype, Attributes values) {
        Map<String, @Nullable Object> row = filled(doctype, values);
        TABLES.forEach(table -> row.put(table, List.of()));
        return row;
    }

    private static Map<String, @Nullable Object> filled(String doctype, Attributes values) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("doctype", doctype);
        values.asMap().forEach((key, value) -> {
            if (value != null) {
                row.put(key, value);
            }
        });
        return row;
    }
}
