package org.affogato.engine.fieldtype;

/** The name of an icon. */
final class IconField extends VarcharField {
    IconField() {
        super("Icon");
    }
}
