package org.affogato.engine.fieldtype;

/** A short text that forms only show; mostly filled by {@code fetch_from}. */
final class ReadOnlyField extends VarcharField {
    ReadOnlyField() {
        super("Read Only");
    }
}
