package org.affogato.engine.registry;

import java.util.List;
import java.util.Map;
import org.affogato.engine.meta.Attributes;
import org.jspecify.annotations.Nullable;

/** Lays the rows of Property Setter over a definition. Frappe: {@code Meta.apply_property_setters}. */
final class PropertySetters {
    private static final Map<String, String> ROW_TABLES = Map.of(
            "DocType Link", "links",
            "DocType Action", "actions",
            "DocType State", "states");

    private PropertySetters() {}

    static void apply(List<Map<String, @Nullable Object>> rows, Draft draft) {
        for (Map<String, @Nullable Object> row : rows) {
            Attributes setter = Attributes.copyOf(row);
            String property = setter.text("property");
            Map<String, @Nullable Object> target = target(setter, draft);
            if (property != null && target != null) {
                target.put(property, cast(setter.text("property_type", ""), setter));
            }
        }
    }

    private static @Nullable Map<String, @Nullable Object> target(Attributes setter, Draft draft) {
        String kind = setter.text("doctype_or_field", "");
        if (kind.equals("DocType")) {
            return draft.attributes();
        }
        if (kind.equals("DocField")) {
            return draft.row("fields", "fieldname", setter.text("field_name"));
        }
        String table = ROW_TABLES.get(kind);
        return table == null ? null : draft.row(table, "name", setter.text("row_name"));
    }

    private static @Nullable Object cast(String type, Attributes setter) {
        return switch (type) {
            case "Check", "Int" -> whole(setter);
            case "Currency", "Float", "Percent" -> decimal(setter.text("value", "0"));
            default -> setter.get("value");
        };
    }

    private static long whole(Attributes setter) {
        String text = setter.text("value", "0").strip();
        if (text.equalsIgnoreCase("true")) {
            return 1;
        }
        return (long) decimal(text);
    }

    private static double decimal(String text) {
        try {
            return Double.parseDouble(text.strip());
        } catch (NumberFormatException noNumber) {
            return 0;
        }
    }
}
