package org.affogato.engine.fieldtype;

/** Rows of the child DocType in {@code options}. */
final class TableField extends RowsField {
    TableField() {
        super("Table");
    }
}
