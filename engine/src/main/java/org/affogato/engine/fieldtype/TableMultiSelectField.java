package org.affogato.engine.fieldtype;

/** Rows of a child DocType with one Link, picked like tags. */
final class TableMultiSelectField extends RowsField {
    TableMultiSelectField() {
        super("Table MultiSelect");
    }
}
