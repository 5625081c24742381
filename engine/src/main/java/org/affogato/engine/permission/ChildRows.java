package org.affogato.engine.permission;

import java.util.List;
import java.util.Optional;
import org.affogato.engine.document.Document;
import org.affogato.engine.error.EngineException.Notice;
import org.affogato.engine.error.PermissionError;
import org.affogato.engine.meta.DocField;
import org.affogato.engine.meta.Meta;
import org.affogato.engine.meta.Right;
import org.affogato.engine.spi.Condition;
import org.affogato.engine.spi.Context;

/** Rows of child tables have no rules of their own: the parent document and the level of its table field decide. */
final class ChildRows {
    private final RequestPermissions permissions;
    private final Context context;

    ChildRows(RequestPermissions permissions, Context context) {
        this.permissions = permissions;
        this.context = context;
    }

    boolean has(Right right, Document row) {
        String parent = row.text("parenttype");
        if (parent.isEmpty() || !context.hasDoctype(parent)) {
            return false;
        }
        boolean reachable = tables(row.doctype(), context.meta(parent)).stream()
                .filter(table -> table.fieldname().equals(row.text("parentfield")))
                .anyMatch(table -> isOpen(table, parent, right));
        return reachable && hasOnParent(right, parent, row.text("parent"));
    }

    private boolean hasOnParent(Right right, String doctype, String name) {
        if (name.isEmpty()) {
            return permissions.has(right, doctype);
        }
        Optional<Document> parent = context.documents().find(doctype, name);
        return parent.isPresent() && hasOnParent(right, parent.get());
    }

    /** Whoever makes or deletes a row changes its parent. */
    private boolean hasOnParent(Right right, Document parent) {
        boolean changes = right == Right.CREATE || right == Right.DELETE;
        return permissions.has(right, parent) && (!changes || permissions.has(Right.WRITE, parent));
    }

    Condition condition(String childDoctype, String parentDoctype, Right right) {
        List<DocField> tables = tables(childDoctype, context.meta(parentDoctype));
        if (tables.isEmpty()) {
            throw new PermissionError(parentDoctype + " has no table of " + childDoctype).shown(Notice.PLAIN);
        }
        Condition parent = permissions.listCondition(parentDoctype, right).orElse(Condition.ALL);
        Condition ofParent = Condition.parent(parentDoctype, parent);
        List<String> open = tables.stream()
                .filter(table -> isOpen(table, parentDoctype, right))
                .map(DocField::fieldname)
                .toList();
        return open.size() == tables.size() ? ofParent : Condition.and(ofParent, Condition.in("parentfield", open));
    }

    private boolean isOpen(DocField table, String parentDoctype, Right right) {
        return table.permlevel() == 0
                || permissions.permlevels(parentDoctype, right).contains(table.permlevel());
    }

    private static List<DocField> tables(String childDoctype, Meta parent) {
        if (parent.isChild()) {
            return List.of();
        }
        return parent.tableFields().stream()
                .filter(table -> childDoctype.equals(table.options()))
                .toList();
    }
}
