package org.affogato.api.openapi;

/** The two forms in which a document goes out. */
enum Shape {
    /** As it is stored and read. */
    STORED(""),
    /**
     * As a save answers it: with the values that were sent, as in Frappe. A number for a text is stored as text, but
     * answered as the number; so any single value may stand where a field does not cast it.
     */
    SAVED("_Saved.");

    /** Any single value. */
    static final String SENT = "_Sent";

    /** No DocType's name begins with an underscore. */
    private final String prefix;

    Shape(String prefix) {
        this.prefix = prefix;
    }

    String component(String doctype) {
        return prefix + Schemas.component(doctype);
    }

    String reference(String doctype) {
        return Tree.REFERENCE + component(doctype);
    }
}
