package org.affogato.api.method.desk.tree;

import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.affogato.engine.Engine;
import org.affogato.engine.error.PermissionError;
import org.affogato.engine.registry.WhitelistedMethod;
import org.affogato.engine.spi.Argument;
import org.affogato.engine.spi.Arguments;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.Requires;
import org.affogato.engine.spi.Requires.Access;
import org.affogato.engine.spi.Whitelisted;
import org.affogato.engine.spi.WhitelistedMethods;
import org.jspecify.annotations.Nullable;

/** Trees of documents as a tree view opens them. Frappe: {@code frappe.desk.treeview}. */
@Singleton
public class TreeViews implements WhitelistedMethods {
    private static final String CHILDREN = "frappe.desk.treeview.get_children";
    private static final Set<String> CONTROLS = Set.of("cmd", "data", "label", "tree_method", "is_root", "csrf_token");

    private final Provider<Engine> engine;

    public TreeViews(Provider<Engine> engine) {
        this.engine = engine;
    }

    @Whitelisted(CHILDREN)
    @Requires(access = Access.ANY_USER)
    public List<Map<String, @Nullable Object>> children(
            Context context,
            String doctype,
            @Argument(otherwise = "") String parent,
            @Argument(otherwise = "0") boolean includeDisabled) {
        return new TreeNodes(context, doctype, includeDisabled).childrenOf(parent);
    }

    /** The nodes below one, each expandable one with its children, the last opened first. */
    @Whitelisted("frappe.desk.treeview.get_all_nodes")
    @Requires(access = Access.ANY_USER)
    public List<Map<String, Object>> allNodes(
            Context context,
            String doctype,
            String label,
            @Argument(otherwise = "") String parent,
            String treeMethod,
            @Argument(otherwise = "0") boolean includeDisabled,
            Arguments arguments) {
        if (!treeMethod.equals(CHILDREN)) {
            return open(label, parent, node -> call(context, treeMethod, node, arguments));
        }
        Map<String, List<Map<String, @Nullable Object>>> nodes =
                new TreeNodes(context, doctype, includeDisabled).byParent();
        return open(label, parent, node -> nodes.getOrDefault(node, List.of()));
    }

    private static List<Map<String, Object>> open(
            String label, String root, Function<String, List<? extends Map<?, ?>>> children) {
        List<Map<String, Object>> opened = new ArrayList<>();
        Deque<String> waiting = new ArrayDeque<>();
        Set<String> seen = new HashSet<>(Set.of(root));
        add(opened, label, children.apply(root), waiting, seen);
        while (!waiting.isEmpty()) {
            String node = waiting.pop();
            add(opened, node, children.apply(node), waiting, seen);
        }
        return opened;
    }

    private static void add(
            List<Map<String, Object>> opened,
            String label,
            List<? extends Map<?, ?>> nodes,
            Deque<String> waiting,
            Set<String> seen) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("parent", label);
        entry.put("data", nodes);
        opened.add(entry);
        for (Map<?, ?> node : nodes) {
            Object expandable = node.get("expandable");
            boolean opens = expandable != null && !expandable.equals(0L) && !expandable.equals(false);
            if (opens && seen.add(String.valueOf(node.get("value")))) {
                waiting.push(String.valueOf(node.get("value")));
            }
        }
    }

    /** The children that another whitelisted method finds. */
    private List<Map<?, ?>> call(Context context, String path, String parent, Arguments arguments) {
        WhitelistedMethod method = engine.get()
                .methods()
                .find(path)
                .filter(found -> found.takes("GET"))
                .orElseThrow(() -> new PermissionError("%s opens no tree".formatted(path)));
        Map<String, @Nullable Object> given = new LinkedHashMap<>(arguments.values());
        given.keySet().removeAll(CONTROLS);
        given.put("parent", parent);
        List<Map<?, ?>> nodes = new ArrayList<>();
        if (method.call(context, new Arguments(given)) instanceof List<?> found) {
            found.forEach(node -> nodes.add(node instanceof Map<?, ?> map ? map : Map.of()));
        }
        return nodes;
    }

    /** Inserts a node below {@code parent}; the other arguments are its values. */
    @Whitelisted("frappe.desk.treeview.add_node")
    @Requires(access = Access.ANY_USER)
    public void add(Context context, String doctype, Arguments arguments) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>(arguments.values());
        Object parent = values.remove("parent");
        values.keySet().removeAll(CONTROLS);
        values.remove("doctype");
        if (parent != null && !parent.equals("")) {
            values.put(TreeNodes.parentField(doctype), parent);
        }
        context.documents().insert(context.documents().create(doctype, values));
    }

    /** Numbers the nodes of a tree anew, where something outside changed their parents. */
    @Whitelisted("frappe.utils.nestedset.rebuild_tree")
    @Requires(role = "System Manager")
    public void rebuild(Context context, String doctype) {
        context.documents().rebuildTree(doctype);
    }
}
