package org.affogato.engine.fieldtype;

/** Begins a column of the form. */
final class ColumnBreakField extends LayoutField {
    ColumnBreakField() {
        super("Column Break");
    }
}
