package org.affogato.engine.fieldtype;

/** A colour; its pattern is the form's business. */
final class ColorField extends VarcharField {
    ColorField() {
        super("Color");
    }
}
