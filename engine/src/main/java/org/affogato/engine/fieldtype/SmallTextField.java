package org.affogato.engine.fieldtype;

import org.affogato.engine.meta.DocField;

/** A few lines of plain text. */
final class SmallTextField extends TextColumnField {
    SmallTextField() {
        super("Small Text", "text");
    }

    @Override
    public boolean isSanitized(DocField field) {
        return super.isSanitized(field) && !"Email".equals(field.options());
    }
}
