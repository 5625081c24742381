package org.affogato.api.permission;

/** Where a document is put for one call, and taken away again. */
interface Stage {
    void place(Paper paper);

    /** All that a refused call must leave as it is. */
    String trace(Paper paper);

    /** Takes the document away with all that was put on it. */
    void remove(Paper paper);
}
