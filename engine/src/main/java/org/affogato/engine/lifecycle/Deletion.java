package org.affogato.engine.lifecycle;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.affogato.engine.db.DocumentStore;
import org.affogato.engine.db.SqlText;
import org.affogato.engine.document.Document;
import org.affogato.engine.error.DoesNotExistError;
import org.affogato.engine.error.EngineException;
import org.affogato.engine.error.EngineException.Notice;
import org.affogato.engine.error.PermissionError;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.meta.DocField;
import org.affogato.engine.meta.Meta;
import org.affogato.engine.meta.Right;
import org.affogato.engine.naming.Series;
import org.affogato.engine.spi.Answer;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.DeleteOptions;
import org.affogato.engine.spi.DocEvent;
import org.affogato.engine.spi.Documents;
import org.jspecify.annotations.Nullable;

/** Deletes a document with all that belongs to it. Frappe: {@code model/delete_doc.py}. */
final class Deletion {
    private static final String DELETED = "Deleted Document";

    private final DocumentStore store;
    private final Events events;
    private final Loading loading;
    private final LinkedDocuments linked;
    private final Trees trees;
    private final Companions companions = new Companions();

    Deletion(DocumentStore store, Events events, Loading loading, LinkedDocuments linked, Trees trees) {
        this.store = store;
        this.events = events;
        this.loading = loading;
        this.linked = linked;
        this.trees = trees;
    }

    void delete(String doctype, String name, DeleteOptions options, Context context) {
        if (!context.hasDoctype(doctype) || context.meta(doctype).isSingle() && !name.equals(doctype)) {
            throw missing(doctype, name);
        }
        trees.lock(context.meta(doctype), context);
        Optional<Document> found = loading.find(doctype, name, true, context);
        if (found.isPresent()) {
            delete(found.get(), options, context);
        } else if (!options.ignoreMissing()) {
            throw missing(doctype, name);
        }
    }

    private static EngineException missing(String doctype, String name) {
        return new DoesNotExistError(doctype + " " + name + " not found").shown(Notice.NONE);
    }

    private void delete(Document document, DeleteOptions options, Context context) {
        checkPermission(document, context);
        checkNotSubmitted(document);
        trees.remove(document, context);
        events.run(DocEvent.ON_TRASH, document, context);
        events.run(DocEvent.ON_CHANGE, document, context);
        checkLinks(document, options, context);
        Series.revert(document, context);
        deleteRows(document, context);
        events.run(DocEvent.AFTER_DELETE, document, context);
        context.secrets().removeAll(document.doctype(), document.name());
        companions.remove(document, options, context);
        if (!options.permanently()) {
            keep(document, context);
        }
        CacheScopes.touch(document.meta(), context);
    }

    private static void checkPermission(Document document, Context context) {
        try {
            context.permissions().check(Right.DELETE, document);
        } catch (PermissionError refused) {
            context.answer().message(new Answer.Message(String.valueOf(refused.getMessage()), new LinkedHashMap<>()));
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

    private void checkLinks(Document document, DeleteOptions options, Context context) {
        if (!options.force()
                && !document.doctype().equals("DocType")
                && !context.flags().ignoreLinks()) {
            linked.checkDelete(document, events.controller(document.doctype()).ignoredLinkedDoctypes(), context);
        }
    }

    private void deleteRows(Document document, Context context) {
        Meta meta = document.meta();
        if (meta.isVirtual()) {
            events.controller(meta.name()).virtualRows().ifPresent(rows -> rows.delete(document, context));
            return;
        }
        if (meta.isSingle()) {
            context.database().execute("DELETE FROM `tabSingles` WHERE `doctype` = ?", meta.name());
        } else {
            store.delete(context.database(), meta, List.of(document.name()));
        }
        meta.tableFields().stream()
                .map(DocField::options)
                .filter(child -> child != null && context.hasDoctype(child))
                .distinct()
                .forEach(child -> deleteChildren(context.meta(child), document, context));
    }

    private static void deleteChildren(Meta child, Document parent, Context context) {
        if (!child.isVirtual() && child.isChild()) {
            context.database()
                    .execute(
                            "DELETE FROM " + SqlText.quote(child.table()) + " WHERE `parent` = ? AND `parenttype` = ?",
                            parent.name(),
                            parent.doctype());
        }
    }

    /** A copy from which the document can be restored. */
    private static void keep(Document document, Context context) {
        if (document.doctype().equals(DELETED)
                || !context.hasDoctype(DELETED)
                || document.meta().isVirtual()) {
            return;
        }
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("deleted_doctype", document.doctype());
        values.put("deleted_name", document.name());
        values.put("data", DocumentText.indented(document));
        Documents documents = context.with(context.flags().ignoringPermissions().ignoringLinks())
                .documents();
        documents.insert(documents.create(DELETED, values));
    }
}
