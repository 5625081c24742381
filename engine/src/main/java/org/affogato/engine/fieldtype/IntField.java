package org.affogato.engine.fieldtype;

import org.affogato.engine.meta.DocField;

/** A whole number of 32 bits; a length above 11 makes the column a bigint. */
final class IntField extends WholeNumberField {
    private static final int DISPLAY_WIDTH = 11;

    IntField() {
        super("Int", Integer.MAX_VALUE);
    }

    @Override
    String columnType(DocField field) {
        return field.length() > DISPLAY_WIDTH ? "bigint(20)" : intColumn(field, DISPLAY_WIDTH);
    }

    /** The length of a field below 11 is the column's display width. */
    static String intColumn(DocField field, int width) {
        int length = field.length();
        return "int(" + (length > 0 && length < DISPLAY_WIDTH ? length : width) + ")";
    }
}
