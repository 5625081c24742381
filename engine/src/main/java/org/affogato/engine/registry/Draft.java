package org.affogato.engine.registry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.affogato.engine.meta.Attributes;
import org.jspecify.annotations.Nullable;

/** A definition while customisations are laid over it: changeable copies of its rows. */
final class Draft {
    private final Map<String, @Nullable Object> attributes;
    private final Map<String, List<Map<String, @Nullable Object>>> tables;

    Draft(Map<String, @Nullable Object> attributes, Map<String, List<Map<String, @Nullable Object>>> tables) {
        this.attributes = attributes;
        this.tables = tables;
    }

    String name() {
        Object name = attributes.get("name");
        return name == null ? "" : name.toString();
    }

    boolean isChild() {
        return Attributes.copyOf(attributes).check("istable");
    }

    Map<String, @Nullable Object> attributes() {
        return attributes;
    }

    List<Map<String, @Nullable Object>> fields() {
        return table("fields");
    }

    List<Map<String, @Nullable Object>> table(String name) {
        return tables.computeIfAbsent(name, key -> new ArrayList<>());
    }

    void addCustomField(Map<String, @Nullable Object> row) {
        Map<String, @Nullable Object> field = new LinkedHashMap<>(row);
        field.put("is_custom_field", 1L);
        fields().add(field);
    }

    /** The row whose property has that value, or null. */
    @Nullable
    Map<String, @Nullable Object> row(String table, String key, @Nullable Object value) {
        for (Map<String, @Nullable Object> row : table(table)) {
            if (value != null && value.equals(row.get(key))) {
                return row;
            }
        }
        return null;
    }

    /** Puts the rows named in {@code <part>_order} first, in that order. */
    void orderPart(String part) {
        List<String> order = NameList.parse(attributes.get(part + "_order"));
        List<Map<String, @Nullable Object>> ordered = new ArrayList<>();
        for (String name : order) {
            Map<String, @Nullable Object> row = row(part, "name", name);
            if (row != null) {
                ordered.add(row);
            }
        }
        table(part).stream().filter(row -> !ordered.contains(row)).forEach(ordered::add);
        tables.put(part, ordered);
    }
}
