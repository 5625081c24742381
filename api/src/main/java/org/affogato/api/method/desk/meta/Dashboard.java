package org.affogato.api.method.desk.meta;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.affogato.engine.meta.Attributes;
import org.affogato.engine.meta.Meta;
import org.jspecify.annotations.Nullable;

/**
 * The connections of a form: groups of DocTypes whose documents point at this one, and the fields by which they do.
 * Made from the definition's links. Frappe: {@code get_dashboard_data}.
 */
public final class Dashboard {
    private final List<Map<String, @Nullable Object>> transactions = new ArrayList<>();
    private final Map<String, @Nullable Object> fieldnames = new LinkedHashMap<>();
    private final Map<String, List<@Nullable Object>> internal = new LinkedHashMap<>();
    private final Set<Attributes> joined = new LinkedHashSet<>();
    private @Nullable String fieldname;

    public Dashboard(Meta meta) {
        meta.part("links").stream().filter(link -> !link.check("hidden")).forEach(this::add);
    }

    private void add(Attributes link) {
        String shown = link.text("parent_doctype", link.text("link_doctype", ""));
        if (!join(link, shown)) {
            Map<String, @Nullable Object> group = new LinkedHashMap<>();
            group.put("label", link.get("group"));
            group.put("items", new ArrayList<>(List.of(shown)));
            transactions.add(group);
        }
        if (fieldname == null) {
            fieldname = link.text("link_fieldname");
        }
        if (link.check("is_child_table")) {
            List<@Nullable Object> way = new ArrayList<>();
            way.add(link.get("table_fieldname"));
            way.add(link.get("link_fieldname"));
            internal.put(link.text("parent_doctype", ""), way);
        } else {
            fieldnames.put(link.text("link_doctype", ""), link.get("link_fieldname"));
        }
    }

    private boolean join(Attributes link, String shown) {
        String label = link.text("group");
        if (label == null) {
            return false;
        }
        for (Map<String, @Nullable Object> group : transactions) {
            if (label.equals(group.get("label"))) {
                items(group, shown);
                joined.add(link);
            }
        }
        return joined.contains(link);
    }

    @SuppressWarnings("unchecked") // made above
    private static void items(Map<String, @Nullable Object> group, String shown) {
        List<String> items = (List<String>) group.getOrDefault("items", List.of());
        if (!items.contains(shown)) {
            items.add(shown);
        }
    }

    /** Whether the link went into a group that was there before it. */
    boolean joined(Attributes link) {
        return joined.contains(link);
    }

    /** The DocTypes of all groups, in order. */
    public List<String> doctypes() {
        List<String> doctypes = new ArrayList<>();
        for (Map<String, @Nullable Object> group : transactions) {
            if (group.get("items") instanceof List<?> items) {
                items.forEach(item -> doctypes.add(String.valueOf(item)));
            }
        }
        return doctypes;
    }

    /** The field of another DocType that names documents of this one; null where none does. */
    public @Nullable String fieldOf(String doctype) {
        Object own = fieldnames.get(doctype);
        return own == null ? fieldname : own.toString();
    }

    /** The table of this DocType and the field in it that name documents of another; empty where none do. */
    public List<@Nullable Object> wayTo(String doctype) {
        return internal.getOrDefault(doctype, List.of());
    }

    Map<String, @Nullable Object> asMap() {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("transactions", transactions);
        map.put("non_standard_fieldnames", fieldnames);
        map.put("internal_links", internal);
        if (fieldname != null) {
            map.put("fieldname", fieldname);
        }
        return map;
    }
}
