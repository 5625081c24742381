package org.affogato.engine.install;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Three-way merge of one child table: what the file changed since it was last imported goes into the site's rows, all
 * else stays as the site has it. At the first import of a file into a site that knows the DocType already, only fields
 * with a value that the site lacks are added: its forms stay as they are.
 */
final class RowsMerge {
    private static final Set<String> WITHOUT_VALUE =
            Set.of("Section Break", "Column Break", "Tab Break", "HTML", "Button", "Image", "Fold", "Heading");

    private final String table;
    private final Rows site;
    private final @Nullable Rows base;
    private final Rows next;
    private final List<String> removed = new ArrayList<>();

    RowsMerge(String table, Rows site, @Nullable Rows base, Rows next) {
        this.table = table;
        this.site = site;
        this.base = base;
        this.next = next;
    }

    /** The merged rows in their order; those of the site carry their names. */
    List<Map<String, @Nullable Object>> merge() {
        Map<String, Map<String, @Nullable Object>> merged = new LinkedHashMap<>();
        next.byKey().forEach((key, row) -> {
            Map<String, @Nullable Object> there = site.get(key);
            if (there != null) {
                merged.put(key, change(there, base == null ? row : base.get(key), row));
            } else if (isMissing(key, row)) {
                merged.put(key, row);
            }
        });
        site.byKey().forEach((key, row) -> keepOrRemove(key, row, merged));
        return order(merged);
    }

    /** Names of the site's rows that the file once brought and has no more. */
    List<String> removed() {
        return removed;
    }

    /** A field with a value must be there; another row only where the file brings it anew. */
    private boolean isMissing(String key, Map<String, @Nullable Object> row) {
        boolean needed = table.equals("fields") && !WITHOUT_VALUE.contains(String.valueOf(row.get("fieldtype")));
        return needed || base != null && !base.has(key);
    }

    private void keepOrRemove(
            String key, Map<String, @Nullable Object> row, Map<String, Map<String, @Nullable Object>> merged) {
        if (merged.containsKey(key)) {
            return;
        }
        if (base != null && base.has(key)) {
            removed.add(String.valueOf(row.get("name")));
        } else {
            merged.put(key, row);
        }
    }

    /** The site's values, with those of the file where the file changed. */
    static Map<String, @Nullable Object> change(
            Map<String, @Nullable Object> site,
            @Nullable Map<String, @Nullable Object> base,
            Map<String, @Nullable Object> next) {
        Map<String, @Nullable Object> merged = new LinkedHashMap<>(site);
        Map<String, @Nullable Object> old = base == null ? Map.of() : base;
        Set<String> properties = new TreeSet<>(next.keySet());
        properties.addAll(old.keySet());
        properties.removeAll(Set.of("name", "parent"));
        for (String property : properties) {
            if (!Objects.equals(old.get(property), next.get(property))) {
                merged.put(property, next.get(property));
            }
        }
        return merged;
    }

    /** In the file's order, or the site's at the first import; the others after the row they follow. */
    private List<Map<String, @Nullable Object>> order(Map<String, Map<String, @Nullable Object>> merged) {
        Rows first = base == null ? site : next;
        Rows second = base == null ? next : site;
        List<String> order = new ArrayList<>(
                first.byKey().keySet().stream().filter(merged::containsKey).toList());
        String before = null;
        for (String key : second.byKey().keySet()) {
            if (merged.containsKey(key) && !first.has(key)) {
                int at = before == null ? -1 : order.indexOf(before);
                order.add(at < 0 ? order.size() : at + 1, key);
            }
            before = key;
        }
        return order.stream().map(merged::get).toList();
    }
}
