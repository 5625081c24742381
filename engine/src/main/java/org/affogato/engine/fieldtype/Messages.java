package org.affogato.engine.fieldtype;

import org.affogato.engine.meta.DocField;
import org.affogato.engine.meta.FieldPlace;
import org.jspecify.annotations.Nullable;

/** How a message names the place of a value: document or row, and field. */
final class Messages {
    private static final int LONGEST = 100;

    private Messages() {}

    /** {@code Row 2 of Order Item, Quantity} or {@code Order SO-1, Quantity}. */
    static String at(FieldPlace where, DocField field) {
        return place(where) + ", " + StoredField.label(field);
    }

    /** What was given, harmless in a message that is shown as markup, and not endless. */
    static String shown(@Nullable Object value) {
        String text = Texts.of(value);
        String part = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
        return part.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String place(FieldPlace where) {
        if (where.row() > 0) {
            return "Row %d of %s".formatted(where.row(), where.doctype());
        }
        return where.name() == null ? where.doctype() : where.doctype() + " " + where.name();
    }
}
