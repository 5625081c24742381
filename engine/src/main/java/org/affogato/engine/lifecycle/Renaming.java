package org.affogato.engine.lifecycle;

import org.affogato.engine.spi.Context;

/** Renames a document and all that points at it. Frappe: {@code model/rename_doc.py}. */
final class Renaming {
    private final Events events;
    private final Loading loading;

    Renaming(Events events, Loading loading) {
        this.events = events;
        this.loading = loading;
    }

    String rename(String doctype, String name, String newName, boolean merge, Context context) {
        throw new UnsupportedOperationException("rename");
    }
}
