package org.affogato.engine.lifecycle;

import java.util.List;
import java.util.Locale;
import org.affogato.engine.document.Document;
import org.affogato.engine.error.NestedSetChildExistsError;
import org.affogato.engine.error.NestedSetInvalidMergeError;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.meta.Meta;
import org.affogato.engine.spi.Context;

/**
 * Keeps {@code lft} and {@code rgt} of trees, which a node's descendants lie between. Writers of one tree take turns, so
 * that numbers never cross. Frappe: {@code utils/nestedset.py}.
 */
final class Trees {
    private static boolean isTree(Meta meta) {
        return meta.isTree() && meta.isColumn("lft") && meta.isColumn("rgt") && meta.has(parentField(meta));
    }

    static String parentField(Meta meta) {
        String given = meta.attributes().text("nsm_parent_field");
        return given != null
                ? given
                : "parent_"
                        + meta.name().toLowerCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
    }

    /** Waits for other writers of the tree; to be called before anything of it is read. */
    void lock(Meta meta, Context context) {
        if (isTree(meta)) {
            context.database().begin();
            context.database().query("SELECT `name` FROM `tabDocType` WHERE `name` = ? FOR UPDATE", meta.name());
        }
    }

    /** The numbers are the engine's: what a caller sends of them is dropped. */
    void keepNumbers(Document document) {
        if (!isTree(document.meta())) {
            return;
        }
        Document before = document.before();
        for (String column : List.of("lft", "rgt", "old_parent")) {
            if (document.meta().isColumn(column)) {
                document.set(column, before == null ? null : before.get(column));
            }
        }
    }

    /**
     * Puts a new node below its parent, and a moved one to its new place. Frappe: {@code update_nsm}.
     *
     * @return whether the document is a node
     */
    boolean place(Document document, Context context) {
        Meta meta = document.meta();
        if (!isTree(meta)) {
            return false;
        }
        NestedSet tree = new NestedSet(meta, context.database());
        String parent = document.text(parentField(meta));
        if (document.integer("lft") == 0 && document.integer("rgt") == 0) {
            tree.add(document.name(), parent);
        } else if (!parent.equals(oldParent(document))) {
            tree.move(document.name(), parent);
        }
        if (meta.isColumn("old_parent")) {
            tree.set("`old_parent` = ?", document.name(), parent);
        }
        checkGroup(document, tree);
        return true;
    }

    /** Gives all numbers of a tree anew, from the parents alone. Frappe: {@code rebuild_tree}. */
    void rebuild(Meta meta, Context context) {
        if (!isTree(meta)) {
            throw new ValidationError("Rebuilding of tree is not supported for " + meta.name());
        }
        lock(meta, context);
        new NestedSet(meta, context.database()).rebuild();
    }

    private static String oldParent(Document document) {
        Document before = document.before();
        if (document.meta().isColumn("old_parent") || before == null) {
            return document.text("old_parent");
        }
        return before.text(parentField(document.meta()));
    }

    private static void checkGroup(Document document, NestedSet tree) {
        if (document.meta().has("is_group") && !document.check("is_group") && tree.hasOpenChildren(document.name())) {
            throw new ValidationError(
                    "%s %s cannot be a leaf node as it has children".formatted(document.doctype(), document.name()));
        }
    }

    /** Refuses to delete a node with children; closes the gap that a leaf leaves. */
    void remove(Document document, Context context) {
        if (!isTree(document.meta())) {
            return;
        }
        NestedSet tree = new NestedSet(document.meta(), context.database());
        if (tree.hasChildren(document.name())) {
            throw new NestedSetChildExistsError("Cannot delete %s as it has child nodes".formatted(document.name()));
        }
        tree.close(tree.span(document.name()));
    }

    void checkMerge(Document document, String into, Context context) {
        if (isTree(document.meta()) && document.meta().has("is_group")) {
            Object group = context.documents().value(document.doctype(), into, "is_group");
            if (!FixedFields.same(group, document.get("is_group"))) {
                throw new NestedSetInvalidMergeError("A group merges with a group only, a leaf with a leaf");
            }
        }
    }

    /** Children follow the new name; after a merge all numbers are given anew. */
    void renamed(Document document, boolean merge, Context context) {
        if (!isTree(document.meta())) {
            return;
        }
        NestedSet tree = new NestedSet(document.meta(), context.database());
        if (document.meta().isColumn("old_parent")) {
            tree.adopt(document.name());
        }
        if (merge) {
            tree.rebuild();
        }
    }
}
