package org.affogato.api.method.client;

import java.util.List;
import java.util.Map;
import org.affogato.engine.document.Document;
import org.affogato.engine.error.DoesNotExistError;
import org.affogato.engine.error.EngineException.Notice;
import org.affogato.engine.error.PermissionError;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.meta.Meta;
import org.affogato.engine.meta.Right;
import org.affogato.engine.spi.Context;
import org.jspecify.annotations.Nullable;

/** Rows of child tables called by their own DocType: they are reached through their parent, and by its rights. */
final class ChildTables {
    private ChildTables() {}

    /**
     * @throws PermissionError where the DocType is a child table and the caller does not name a parent it may read
     */
    static void checkParent(Context context, String doctype, @Nullable String parent) {
        if (!context.meta(doctype).isChild()) {
            return;
        }
        if (parent == null || !hasTable(context.meta(parent), doctype)) {
            throw new PermissionError("Rows of " + doctype + " are read through their parent").shown(Notice.NONE);
        }
        if (!context.permissions().has(Right.READ, parent)) {
            throw new PermissionError("No permission for " + parent).shown(Notice.NONE);
        }
    }

    private static boolean hasTable(Meta parent, String child) {
        return parent.tableFields().stream().anyMatch(table -> child.equals(table.options()));
    }

    /** The parent document of a row. */
    static Document parentOf(Context context, String doctype, String row) {
        List<String> fields = List.of("parenttype", "parent");
        Map<String, @Nullable Object> place = context.documents()
                .values(doctype, row, fields)
                .orElseThrow(() -> new DoesNotExistError(doctype + " " + row + " not found").shown(Notice.NONE));
        return context.documents().get(String.valueOf(place.get("parenttype")), String.valueOf(place.get("parent")));
    }

    static Document row(Document parent, String doctype, String name) {
        return parent.allRows().stream()
                .filter(row -> row.doctype().equals(doctype) && row.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new DoesNotExistError(doctype + " " + name + " not found"));
    }

    /** Appends a new row to its parent and saves that. */
    static Document insert(Context context, Map<String, @Nullable Object> values) {
        Object parenttype = values.get("parenttype");
        Object parent = values.get("parent");
        Object parentfield = values.get("parentfield");
        if (parenttype == null || parent == null || parentfield == null) {
            throw new ValidationError("A row of a child table needs parenttype, parent and parentfield");
        }
        Document document = context.documents().get(parenttype.toString(), parent.toString());
        context.documents().append(document, parentfield.toString(), values);
        return context.documents().save(document);
    }

    /** Takes a row out of its parent and saves that. */
    static void delete(Context context, String doctype, String name) {
        Document parent = parentOf(context, doctype, name);
        Document row = row(parent, doctype, name);
        parent.rows(row.text("parentfield")).remove(row);
        context.documents().save(parent);
    }
}
