package org.affogato.engine.install;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.affogato.engine.db.DefinitionStore;
import org.affogato.engine.registry.DefinitionRows;
import org.jspecify.annotations.Nullable;

/**
 * A definition of a file joined with what the site has under that name, ready to be compiled and written.
 *
 * @param content header and rows as they shall stand
 * @param removed names of rows that go, by child DocType
 */
record DefinitionMerge(Definition file, Map<String, @Nullable Object> content, Map<String, List<String>> removed) {

    /** A DocType that the site does not have. */
    static DefinitionMerge fresh(Definition file) {
        return new DefinitionMerge(file, file.content(), Map.of());
    }

    /**
     * @param site header and rows of the site
     * @param base what files gave when they were last imported; null if they never were
     */
    static DefinitionMerge of(
            Definition file, Map<String, @Nullable Object> site, @Nullable Map<String, @Nullable Object> base) {
        Map<String, @Nullable Object> content = new LinkedHashMap<>(RowsMerge.change(
                plain(site), base == null ? plain(file.content()) : plain(base), plain(file.content())));
        content.put("name", site.get("name"));
        Map<String, List<String>> removed = new LinkedHashMap<>();
        DefinitionStore.TABLES.forEach((table, doctype) -> {
            RowsMerge merge = new RowsMerge(
                    table, rows(table, site), base == null ? null : rows(table, base), rows(table, file.content()));
            content.put(table, merge.merge());
            removed.put(doctype, merge.removed());
        });
        return new DefinitionMerge(file, content, removed);
    }

    private static Map<String, @Nullable Object> plain(Map<String, @Nullable Object> definition) {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>(definition);
        plain.keySet().removeAll(DefinitionStore.TABLES.keySet());
        return plain;
    }

    private static Rows rows(String table, Map<String, @Nullable Object> definition) {
        return new Rows(table, DefinitionRows.of(definition.get(table)));
    }
}
