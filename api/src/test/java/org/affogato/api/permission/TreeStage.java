package org.affogato.api.permission;

import static org.affogato.api.permission.Definitions.field;
import static org.affogato.api.permission.Definitions.ignored;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.affogato.engine.Engine;
import org.affogato.engine.spi.Context;

/** A tree DocType with rules of its own; its nodes are drawn anew for each round. */
final class TreeStage {
    static final String DOCTYPE = "Matrix Place";
    /** Begins the title of a node that a call adds. */
    static final String ADDED = "Mx added";

    /** Who stands below whom: the tree of regions under other names. */
    static final Map<String, String> PARENTS = new LinkedHashMap<>();

    static {
        Draw.REGIONS.forEach((region, parent) -> PARENTS.put(node(region), parent.isEmpty() ? "" : node(parent)));
    }

    private final Engine engine;

    TreeStage(Engine engine) {
        this.engine = engine;
    }

    static String node(String region) {
        return "Mx " + region;
    }

    void define() {
        Definitions definitions = new Definitions(engine);
        definitions.doctype(
                DOCTYPE,
                Map.of("autoname", "field:title", "is_tree", 1, "nsm_parent_field", "parent_matrix_place"),
                List.of(
                        field("title", "Data", ""),
                        field("is_group", "Check", ""),
                        field("brand", "Link", Model.BRAND),
                        field("notes", "Small Text", ""),
                        ignored(field("parent_matrix_place", "Link", DOCTYPE)),
                        ignored(field("old_parent", "Link", DOCTYPE)),
                        field("lft", "Int", ""),
                        field("rgt", "Int", "")));
        PARENTS.forEach((node, parent) ->
                definitions.insert(DOCTYPE, node, Map.of("title", node, "is_group", 1, "parent_matrix_place", parent)));
        engine.run(Context.ADMINISTRATOR, context -> {
            context.database().execute("DELETE FROM {Custom DocPerm} WHERE parent = ?", DOCTYPE);
            context.definitionChanged(DOCTYPE);
            return context;
        });
        clear();
    }

    void removeAdded() {
        engine.run(Context.ADMINISTRATOR, context -> {
            added(context).forEach(name -> context.documents().delete(DOCTYPE, name));
            return context;
        });
    }

    /** Takes away what calls added, and the shares. */
    void clear() {
        removeAdded();
        engine.run(Context.ADMINISTRATOR, context -> {
            context.database().execute("DELETE FROM {DocShare} WHERE share_doctype = ?", DOCTYPE);
            context.touch("shares");
            return context;
        });
    }

    private static List<String> added(Context context) {
        return context.database()
                .query(
                        "SELECT name FROM {" + DOCTYPE + "} WHERE name LIKE '" + ADDED + "%'",
                        List.of(),
                        row -> row.getString(1));
    }

    long added() {
        return engine.run(Context.ADMINISTRATOR, TreeStage::added).size();
    }

    /** Gives the nodes their owners, brands and shares. */
    void place(List<Paper> nodes) {
        clear();
        engine.run(Context.ADMINISTRATOR, context -> {
            for (Paper node : nodes) {
                context.database()
                        .execute(
                                "UPDATE {" + DOCTYPE + "} SET owner = ?, brand = ?, notes = ? WHERE name = ?",
                                node.owner(),
                                node.brand(),
                                node.notes(),
                                node.name());
                node.grants().forEach(grant -> Site.share(node, grant, context));
            }
            return context;
        });
    }
}
