package org.affogato.engine.lifecycle;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.affogato.engine.db.DocumentStore;
import org.affogato.engine.document.Document;
import org.affogato.engine.meta.DocField;
import org.affogato.engine.meta.Meta;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.DocumentController.VirtualRows;
import org.jspecify.annotations.Nullable;

/** Reads documents: from their table, from {@code tabSingles}, or from the controller of a virtual DocType. */
final class Loading {
    private final DocumentStore store;
    private final Events events;
    private final Defaults defaults;

    Loading(DocumentStore store, Events events, Defaults defaults) {
        this.store = store;
        this.events = events;
        this.defaults = defaults;
    }

    Optional<Document> find(String doctype, String name, boolean forUpdate, Context context) {
        Meta meta = context.meta(doctype);
        Optional<Document> found = meta.isVirtual()
                ? virtual(meta, name, context)
                : store.load(context, meta, name, forUpdate).map(document -> filled(document, context));
        found.ifPresent(document -> events.controller(doctype).onLoad(document, context));
        return found;
    }

    /** Brings what the database made of a document's values into it, rows included. */
    void refresh(Document document, Context context) {
        store.load(context, document.meta(), document.name(), false).ifPresent(stored -> {
            stored.values().forEach(document::set);
            for (DocField table : document.meta().tableFields()) {
                document.setRows(table.fieldname(), stored.rows(table.fieldname()));
            }
        });
    }

    private Optional<Document> virtual(Meta meta, String name, Context context) {
        Optional<VirtualRows> rows = events.controller(meta.name()).virtualRows();
        return rows.flatMap(storage -> storage.load(name, context)).map(values -> {
            Map<String, @Nullable Object> stored = new LinkedHashMap<>(values);
            stored.putIfAbsent("name", name);
            return Document.stored(meta, stored);
        });
    }

    /** A Single that was never saved has the values of a new form. */
    private Document filled(Document document, Context context) {
        if (document.meta().isSingle()) {
            if (document.get("modified") == null) {
                defaults.fillMissing(document, null, context);
                document.set("idx", 0L);
            }
            document.set("docstatus", document.integer("docstatus"));
        }
        return document;
    }
}
