package org.affogato.engine.lifecycle;

import java.util.List;
import java.util.Optional;
import org.affogato.engine.db.DocumentStore;
import org.affogato.engine.db.SqlText;
import org.affogato.engine.document.Document;
import org.affogato.engine.error.DoesNotExistError;
import org.affogato.engine.error.EngineException.Notice;
import org.affogato.engine.error.PermissionError;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.meta.DocField;
import org.affogato.engine.meta.Meta;
import org.affogato.engine.meta.Right;
import org.affogato.engine.naming.Series;
import org.affogato.engine.permission.AccessScope;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.DeleteOptions;
import org.affogato.engine.spi.DocEvent;

/** Deletes a document with all that belongs to it. Frappe: {@code model/delete_doc.py}. */
final class Deletion {
    private final DocumentStore store;
    private final Events events;
    private final Loading loading;

    Deletion(DocumentStore store, Events events, Loading loading) {
        this.store = store;
        this.events = events;
        this.loading = loading;
    }

    void delete(String doctype, String name, DeleteOptions options, Context context) {
        Optional<Document> found = loading.find(doctype, name, true, context);
        if (found.isEmpty()) {
            if (options.ignoreMissing()) {
                return;
            }
            throw new DoesNotExistError(doctype + " " + name + " not found").shown(Notice.NONE);
        }
        delete(found.get(), options, context);
    }

    private void delete(Document document, DeleteOptions options, Context context) {
        checkPermission(document, context);
        checkNotSubmitted(document);
        events.run(DocEvent.ON_TRASH, document, context);
        events.run(DocEvent.ON_CHANGE, document, context);
        Series.revert(document, context);
        deleteRows(document, context);
        events.run(DocEvent.AFTER_DELETE, document, context);
        context.secrets().removeAll(document.doctype(), document.name());
    }

    private static void checkPermission(Document document, Context context) {
        if (!context.permissions().has(Right.DELETE, document)) {
            throw new PermissionError(
                    "User not allowed to delete %s: %s".formatted(document.doctype(), document.name()));
        }
    }

    private static void checkNotSubmitted(Document document) {
        if (document.integer("docstatus") == 1) {
            throw new ValidationError("%s %s: Submitted Record cannot be deleted. You must Cancel it first."
                    .formatted(document.doctype(), document.name()));
        }
    }

    private void deleteRows(Document document, Context context) {
        Meta meta = document.meta();
        AccessScope.written(meta, context);
        if (meta.isSingle()) {
            context.database().execute("DELETE FROM `tabSingles` WHERE `doctype` = ?", meta.name());
        } else {
            store.delete(context.database(), meta, List.of(document.values().get("name")));
        }
        for (DocField table : meta.tableFields()) {
            if (table.options() != null && context.hasDoctype(table.options())) {
                deleteChildren(context.meta(table.options()), document, context);
            }
        }
    }

    private static void deleteChildren(Meta child, Document parent, Context context) {
        if (!child.isVirtual()) {
            context.database()
                    .execute(
                            "DELETE FROM " + SqlText.quote(child.table()) + " WHERE `parent` = ? AND `parenttype` = ?",
                            parent.name(),
                            parent.doctype());
        }
    }
}
