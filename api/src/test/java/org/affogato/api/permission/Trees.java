package org.affogato.api.permission;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Calls of the tree view. */
final class Trees {
    private static final String CHILDREN = "frappe.desk.treeview.get_children";

    private Trees() {}

    static Call children() {
        return listing(
                        "children of the node",
                        (who, node) -> Sent.get(CHILDREN, "doctype", node.doctype(), "parent", node.name()))
                .checks(scene -> same(scene, children(scene, scene.paper().name()), values(message(scene))));
    }

    static List<Call> wholes() {
        return List.of(
                listing("roots", (who, node) -> Sent.get(CHILDREN, "doctype", node.doctype()))
                        .checks(scene -> same(scene, children(scene, ""), values(message(scene)))),
                listing(
                                "all nodes",
                                (who, node) -> Sent.get(
                                        "frappe.desk.treeview.get_all_nodes",
                                        "doctype",
                                        node.doctype(),
                                        "label",
                                        "All",
                                        "parent",
                                        "",
                                        "tree_method",
                                        CHILDREN))
                        .checks(Trees::opened),
                listing(
                                "list",
                                (who, node) -> Sent.get(
                                        "frappe.client.get_list", "doctype", node.doctype(), "limit_page_length", 0))
                        .checks(scene -> same(scene, listed(scene), names(message(scene)))));
    }

    private static Call listing(String name, BiFunction<Person, Paper, Sent> request) {
        return Call.of(name, request)
                .expects((model, who, node) -> model.mayList(who, node.doctype()) ? Verdict.ALLOWED : Verdict.REFUSED);
    }

    /** Adds a node below another, with a brand, so that no default of the caller comes in. */
    static Call adding() {
        return Call.of(
                        "add_node",
                        (who, node) -> Sent.post(
                                "frappe.desk.treeview.add_node",
                                "doctype",
                                node.doctype(),
                                "parent",
                                node.name(),
                                "is_root",
                                "false",
                                "title",
                                TreeStage.ADDED + " by " + who.name(),
                                "brand",
                                brand(node)))
                .expects((model, who, node) ->
                        model.may(who, "create", made(who, node)) ? Verdict.ALLOWED : Verdict.REFUSED);
    }

    private static Paper made(Person who, Paper node) {
        return new Paper(node.doctype(), "", who.name(), 0, null, brand(node), null, List.of(), List.of());
    }

    private static String brand(Paper node) {
        return Objects.requireNonNullElse(node.brand(), "Birch");
    }

    /** The nodes directly below one that a list shows the caller. */
    private static TreeSet<String> children(Call.Scene scene, String parent) {
        TreeSet<String> children = listed(scene);
        children.removeIf(node -> !parent.equals(TreeStage.PARENTS.get(node)));
        return children;
    }

    private static TreeSet<String> listed(Call.Scene scene) {
        TreeSet<String> listed = new TreeSet<>();
        for (Paper node : scene.model().standing()) {
            if (scene.model().lists(scene.who(), node)) {
                listed.add(node.name());
            }
        }
        return listed;
    }

    /** From the root down, and no further than to a node that is not shown. */
    private static @Nullable String opened(Call.Scene scene) {
        TreeSet<String> expected = new TreeSet<>();
        List<String> waiting = new ArrayList<>(List.of(""));
        while (!waiting.isEmpty()) {
            TreeSet<String> children = children(scene, waiting.removeLast());
            expected.addAll(children);
            waiting.addAll(children);
        }
        TreeSet<String> found = new TreeSet<>();
        message(scene).forEach(entry -> found.addAll(values(entry.path("data"))));
        return same(scene, expected, found);
    }

    private static JsonNode message(Call.Scene scene) {
        return scene.reply().json().path("message");
    }

    private static TreeSet<String> values(JsonNode nodes) {
        TreeSet<String> values = new TreeSet<>();
        nodes.forEach(node -> values.add(node.path("value").asText()));
        return values;
    }

    private static TreeSet<String> names(JsonNode rows) {
        TreeSet<String> names = new TreeSet<>();
        rows.forEach(row -> names.add(row.path("name").asText()));
        return names;
    }

    private static @Nullable String same(Call.Scene scene, TreeSet<String> expected, TreeSet<String> found) {
        return scene.verdict() != Verdict.ALLOWED || expected.equals(found)
                ? null
                : "should show " + expected + ", shows " + found;
    }
}
