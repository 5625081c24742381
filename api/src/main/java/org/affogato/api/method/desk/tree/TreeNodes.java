package org.affogato.api.method.desk.tree;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.affogato.engine.meta.Meta;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.ListRequest;
import org.jspecify.annotations.Nullable;

/** The nodes of one DocType's tree that a caller may see. */
final class TreeNodes {
    private final Context context;
    private final Meta meta;
    private final boolean includeDisabled;

    TreeNodes(Context context, String doctype, boolean includeDisabled) {
        this.context = context;
        this.meta = context.meta(doctype);
        this.includeDisabled = includeDisabled;
    }

    /** The field that names a node's parent: {@code parent_item_group}. */
    static String parentField(String doctype) {
        return "parent_" + doctype.toLowerCase(Locale.ROOT).replace(' ', '_');
    }

    /** The children of a node, or the roots where it is empty. */
    List<Map<String, @Nullable Object>> childrenOf(String parent) {
        List<Object> filters = filters();
        filters.add(List.of(parentField(meta.name()), "=", parent));
        return list(fields(), filters);
    }

    /** All nodes by their parent's name, in one statement. */
    Map<String, List<Map<String, @Nullable Object>>> byParent() {
        List<String> fields = new ArrayList<>(fields());
        fields.add(parentField(meta.name()) + " as parent_node");
        Map<String, List<Map<String, @Nullable Object>>> nodes = new LinkedHashMap<>();
        for (Map<String, @Nullable Object> row : list(fields, filters())) {
            Object parent = row.remove("parent_node");
            nodes.computeIfAbsent(parent == null ? "" : parent.toString(), key -> new ArrayList<>())
                    .add(row);
        }
        return nodes;
    }

    private List<String> fields() {
        return List.of("name as value", meta.titleField() + " as title", "is_group as expandable");
    }

    private List<Object> filters() {
        List<Object> filters = new ArrayList<>();
        filters.add(List.of("docstatus", "<", 2L));
        if (meta.has("disabled") && !includeDisabled) {
            filters.add(List.of("disabled", "=", 0L));
        }
        return filters;
    }

    private List<Map<String, @Nullable Object>> list(List<String> fields, List<Object> filters) {
        return context.documents()
                .list(ListRequest.visible(meta.name(), fields, filters).orderedBy("name"));
    }
}
