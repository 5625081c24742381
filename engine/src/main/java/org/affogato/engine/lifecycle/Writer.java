package org.affogato.engine.lifecycle;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.affogato.engine.db.DocumentStore;
import org.affogato.engine.db.SqlFailure;
import org.affogato.engine.db.SqlText;
import org.affogato.engine.document.Document;
import org.affogato.engine.error.DoesNotExistError;
import org.affogato.engine.meta.DocField;
import org.affogato.engine.meta.Meta;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.Database;
import org.affogato.engine.spi.DocumentController.VirtualRows;
import org.jspecify.annotations.Nullable;

/** Writes a document and its rows: few statements, whatever the number of rows. */
final class Writer {
    private final DocumentStore store;
    private final Events events;
    private final StoredForm storedForm = new StoredForm();
    private final DuplicateKeys duplicates = new DuplicateKeys();

    Writer(DocumentStore store, Events events) {
        this.store = store;
        this.events = events;
    }

    void insert(Document document, Context context) {
        CacheScopes.touch(document.meta(), context);
        storedForm.complete(document);
        if (document.meta().isSingle()) {
            store.writeSingle(context.database(), document);
        } else if (document.meta().isVirtual()) {
            virtual(document).insert(document, context);
        } else {
            insertRow(document, context);
        }
    }

    private void insertRow(Document document, Context context) {
        try {
            store.insert(context.database(), document.meta(), List.of(document));
        } catch (SqlFailure failure) {
            throw duplicates.explain(failure, document, context);
        }
    }

    private VirtualRows virtual(Document document) {
        return events.controller(document.doctype())
                .virtualRows()
                .orElseThrow(() -> new DoesNotExistError(document.doctype() + " has no storage"));
    }

    void insertRows(Document parent, Context context) {
        for (DocField table : parent.meta().tableFields()) {
            insertAll(parent.rows(table.fieldname()), context);
        }
    }

    private void insertAll(List<Document> rows, Context context) {
        if (rows.isEmpty() || rows.getFirst().meta().isVirtual()) {
            return;
        }
        rows.forEach(storedForm::complete);
        try {
            store.insert(context.database(), rows.getFirst().meta(), rows);
        } catch (SqlFailure failure) {
            throw duplicates.explain(failure, rows.getFirst(), context);
        }
        rows.forEach(row -> row.markNew(false));
    }

    void update(Document document, Context context) {
        CacheScopes.touch(document.meta(), context);
        storedForm.complete(document);
        if (document.meta().isSingle()) {
            store.writeSingle(context.database(), document);
        } else if (document.meta().isVirtual()) {
            virtual(document).update(document, context);
        } else {
            updateRow(document, context);
        }
    }

    private void updateRow(Document document, Context context) {
        try {
            store.update(context.database(), document, changedColumns(document, document.before()));
        } catch (SqlFailure failure) {
            throw duplicates.explain(failure, document, context);
        }
    }

    private static List<String> changedColumns(Document document, @Nullable Document before) {
        return document.meta().columns().stream()
                .filter(column -> !column.equals("name"))
                .filter(column -> before == null
                        || column.equals("modified")
                        || !Objects.equals(document.get(column), before.get(column)))
                .toList();
    }

    /** Brings the rows of every table to what the document holds: others go, known ones change, new ones come. */
    void updateRows(Document document, Context context) {
        for (DocField table : document.meta().tableFields()) {
            if (table.options() != null && context.hasDoctype(table.options())) {
                Meta child = context.meta(table.options());
                if (!child.isVirtual() && child.isChild()) {
                    updateRows(document, table, child, context);
                }
            }
        }
    }

    private void updateRows(Document document, DocField table, Meta child, Context context) {
        List<Document> rows = document.rows(table.fieldname());
        List<Document> kept = rows.stream().filter(row -> !row.isNew()).toList();
        List<Document> added = rows.stream().filter(Document::isNew).toList();
        Map<String, Document> before = before(document, table);
        store.delete(context.database(), child, removed(kept, before));
        kept.forEach(storedForm::complete);
        touchUnchanged(document, table, child, kept, before, context.database());
        updateChanged(child, kept, before, context);
        insertAll(added, context);
    }

    private static Map<String, Document> before(Document document, DocField table) {
        Document before = document.before();
        return before == null
                ? Map.of()
                : before.rows(table.fieldname()).stream()
                        .collect(Collectors.toMap(Document::name, Function.identity(), (a, b) -> a));
    }

    private static List<String> removed(List<Document> kept, Map<String, Document> before) {
        Set<String> names = kept.stream().map(Document::name).collect(Collectors.toSet());
        return before.keySet().stream().filter(name -> !names.contains(name)).toList();
    }

    private static void touchUnchanged(
            Document document,
            DocField table,
            Meta child,
            List<Document> kept,
            Map<String, Document> before,
            Database database) {
        if (kept.stream().anyMatch(row -> isUnchanged(row, before.get(row.name())))) {
            database.execute(
                    "UPDATE " + SqlText.quote(child.table())
                            + " SET `modified` = ?, `modified_by` = ? WHERE `parent` = ? AND `parenttype` = ?"
                            + " AND `parentfield` = ?",
                    document.get("modified"),
                    document.get("modified_by"),
                    document.name(),
                    document.doctype(),
                    table.fieldname());
        }
    }

    private static boolean isUnchanged(Document row, @Nullable Document before) {
        return before != null
                && row.meta().columns().stream()
                        .filter(column -> !column.startsWith("modified"))
                        .allMatch(column -> Objects.equals(row.get(column), before.get(column)));
    }

    private void updateChanged(Meta child, List<Document> kept, Map<String, Document> before, Context context) {
        List<Document> changed = kept.stream()
                .filter(row -> !isUnchanged(row, before.get(row.name())))
                .toList();
        List<String> columns = child.columns().stream()
                .filter(column -> !column.equals("name"))
                .toList();
        try {
            store.updateAll(context.database(), child, changed, columns);
        } catch (SqlFailure failure) {
            throw duplicates.explain(failure, changed.getFirst(), context);
        }
    }
}
