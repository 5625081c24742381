package org.affogato.engine.lifecycle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.affogato.engine.db.DocumentStore;
import org.affogato.engine.document.Document;
import org.affogato.engine.meta.DocField;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.DocEvent;
import org.jspecify.annotations.Nullable;

/** Writes single values past validation; only the change events see it. Frappe: {@code db_set}. */
final class DirectWrite {
    private final DocumentStore store;
    private final Events events;

    DirectWrite(DocumentStore store, Events events) {
        this.store = store;
        this.events = events;
    }

    void set(
            Document document, Map<String, ? extends @Nullable Object> values, boolean touchModified, Context context) {
        List<String> columns = new ArrayList<>();
        values.forEach((fieldname, value) -> {
            if (document.meta().isColumn(fieldname)) {
                DocField field = document.meta().field(fieldname);
                document.set(fieldname, field == null ? value : field.type().cast(field, value));
                columns.add(fieldname);
            }
        });
        if (touchModified) {
            document.set("modified", context.now()).set("modified_by", context.user());
            columns.addAll(List.of("modified", "modified_by"));
        }
        CacheScopes.touch(document.meta(), context);
        events.run(DocEvent.BEFORE_CHANGE, document, context);
        if (document.meta().isSingle()) {
            store.writeSingle(context.database(), document);
        } else if (!columns.isEmpty()) {
            store.update(context.database(), document, columns);
        }
        events.run(DocEvent.ON_CHANGE, document, context);
    }
}
