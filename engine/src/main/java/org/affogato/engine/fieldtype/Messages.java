package org.affogato.engine.fieldtype;

import org.affogato.engine.meta.DocField;
import org.affogato.engine.meta.FieldPlace;

/** How a message names the place of a value: document or row, and field. */
final class Messages {
    private Messages() {}

    /** {@code Row 2 of Order Item, Quantity} or {@code Order SO-1, Quantity}. */
    static String at(FieldPlace where, DocField field) {
        return place(where) + ", " + StoredField.label(field);
    }

    private static String place(FieldPlace where) {
        if (where.row() > 0) {
            return "Row %d of %s".formatted(where.row(), where.doctype());
        }
        return where.name() == null ? where.doctype() : where.doctype() + " " + where.name();
    }
}
