package org.affogato.engine.install;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.affogato.engine.db.DefinitionStore;
import org.affogato.engine.db.SchemaPlanner;
import org.affogato.engine.registry.Customisation;
import org.jspecify.annotations.Nullable;

/** What the site has of definitions when a migrate begins; nothing on an empty database. */
final class SiteDefinitions {
    private final DefinitionStore store;
    private final boolean hasBase;
    private final Map<String, Map<String, @Nullable Object>> headers = new LinkedHashMap<>();
    private final Map<String, List<Map<String, @Nullable Object>>> customFields;
    private final Map<String, List<Map<String, @Nullable Object>>> propertySetters;

    SiteDefinitions(DefinitionStore store, SchemaPlanner schema) {
        this.store = store;
        this.hasBase = schema.hasTable("__affogato_definition");
        if (schema.hasTable("tabDocType")) {
            store.headers().forEach(row -> headers.put(String.valueOf(row.get("name")), row));
        }
        this.customFields = schema.hasTable("tabCustom Field") ? store.customFields() : Map.of();
        this.propertySetters = schema.hasTable("tabProperty Setter") ? store.propertySetters() : Map.of();
    }

    boolean isEmpty() {
        return headers.isEmpty();
    }

    Set<String> names() {
        return headers.keySet();
    }

    @Nullable
    Map<String, @Nullable Object> header(String doctype) {
        return headers.get(doctype);
    }

    List<String> knownApps() {
        return hasBase ? store.knownApps() : List.of();
    }

    /** What is laid over a DocType, as far as its table depends on it. */
    Customisation customisation(String doctype) {
        return new Customisation(
                customFields.getOrDefault(doctype, List.of()),
                propertySetters.getOrDefault(doctype, List.of()),
                Map.of(),
                List.of());
    }

    /** Full definitions, by name; names that the site does not have are left out. */
    Map<String, Map<String, @Nullable Object>> full(List<String> doctypes) {
        List<String> names = doctypes.stream().filter(headers::containsKey).toList();
        Map<String, Map<String, @Nullable Object>> found = headersOf(names);
        DefinitionStore.TABLES.forEach((table, child) -> {
            Map<String, List<Map<String, @Nullable Object>>> rows =
                    names.isEmpty() ? Map.of() : store.children(child, names);
            found.forEach((name, definition) -> definition.put(table, rows.getOrDefault(name, List.of())));
        });
        return found;
    }

    /** Definitions with what their tables depend on, by name. */
    Map<String, Map<String, @Nullable Object>> schemaOnly(List<String> doctypes) {
        Map<String, Map<String, @Nullable Object>> found = headersOf(doctypes);
        Map<String, List<Map<String, @Nullable Object>>> rows = store.schemaFields(doctypes);
        found.forEach((name, definition) -> definition.put("fields", rows.getOrDefault(name, List.of())));
        return found;
    }

    private Map<String, Map<String, @Nullable Object>> headersOf(List<String> doctypes) {
        Map<String, Map<String, @Nullable Object>> found = new LinkedHashMap<>();
        for (String name : doctypes) {
            Map<String, @Nullable Object> header = headers.get(name);
            if (header != null) {
                found.put(name, new LinkedHashMap<>(header));
            }
        }
        return found;
    }

    /** What files gave when each was last imported. */
    Map<String, String> lastShipped(List<String> doctypes) {
        return hasBase ? store.lastShipped(doctypes) : Map.of();
    }
}
