package org.affogato.engine.fieldtype;

/** The name of a document of the DocType in {@code options}. That it exists is checked in bulk, when a document is saved. */
final class LinkField extends VarcharField {
    LinkField() {
        super("Link");
    }
}
