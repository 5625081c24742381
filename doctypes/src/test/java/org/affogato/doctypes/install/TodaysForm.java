package org.affogato.doctypes.install;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.affogato.engine.Engine;
import org.affogato.engine.meta.Meta;
import org.affogato.engine.meta.StandardFields;

/**
 * What today's Frappe would write for a definition that may have been written by an older one: without empty values and
 * abandoned properties, with every table and the true order of fields, with the keys that naming implies.
 */
final class TodaysForm {
    private static final Map<String, String> TABLES = Map.of(
            "fields", "DocField",
            "permissions", "DocPerm",
            "actions", "DocType Action",
            "links", "DocType Link",
            "states", "DocType State");

    /** Their columns' defaults fill what a file leaves out; a flag left out is 0. */
    private static final Set<String> TEXTS = Set.of("Data", "Select");

    private final Engine engine;

    TodaysForm(Engine engine) {
        this.engine = engine;
    }

    ObjectNode of(ObjectNode file) {
        ObjectNode form = filled(file, "DocType");
        form.set("doctype", file.get("doctype"));
        TABLES.forEach((table, doctype) -> {
            ArrayNode rows = form.putArray(table);
            file.path(table).forEach(row -> rows.add(withoutPlace(filled((ObjectNode) row, doctype))));
        });
        keys(form);
        order(form, file);
        return form;
    }

    private ObjectNode filled(ObjectNode row, String doctype) {
        Meta meta = engine.metas().get(doctype);
        Set<String> known = meta.columns();
        ObjectNode filled = row.objectNode();
        row.properties().stream()
                .filter(property -> known.contains(property.getKey()))
                .filter(property -> !isEmpty(property.getValue()))
                .forEach(property -> filled.set(property.getKey(), property.getValue()));
        meta.columnFields().stream()
                .filter(field -> TEXTS.contains(field.fieldtype()) && field.defaultValue() != null)
                .filter(field -> !row.has(field.fieldname()))
                .forEach(field -> filled.put(field.fieldname(), field.defaultValue()));
        return filled;
    }

    private static boolean isEmpty(JsonNode value) {
        return value.isNull()
                || value.isTextual() && value.asText().isEmpty()
                || value.isNumber() && value.asDouble() == 0;
    }

    private static ObjectNode withoutPlace(ObjectNode row) {
        return row.remove(StandardFields.DEFAULT).remove(StandardFields.CHILD);
    }

    /** The field that names documents is unique, and what is unique needs no index beside. */
    private static void keys(ObjectNode form) {
        String autoname = form.path("autoname").asText();
        form.path("fields").forEach(field -> {
            ObjectNode row = (ObjectNode) field;
            if (autoname.equals("field:" + row.path("fieldname").asText())) {
                row.put("unique", 1);
            }
            if (row.path("unique").asInt() == 1) {
                row.remove("search_index");
            }
        });
    }

    private static void order(ObjectNode form, ObjectNode file) {
        Map<String, JsonNode> rest = new LinkedHashMap<>();
        form.path("fields").forEach(row -> rest.put(row.path("fieldname").asText(), row));
        List<String> order = new ArrayList<>();
        file.path("field_order").forEach(fieldname -> {
            if (rest.remove(fieldname.asText()) != null) {
                order.add(fieldname.asText());
            }
        });
        order.addAll(rest.keySet());
        ArrayNode fieldOrder = form.putArray("field_order");
        order.forEach(fieldOrder::add);
    }
}
