package org.affogato.engine.fieldtype;

/** The name of a document whose DocType another field holds, the one named in {@code options}. */
final class DynamicLinkField extends VarcharField {
    DynamicLinkField() {
        super("Dynamic Link");
    }
}
