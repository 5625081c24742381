package org.affogato.engine.fieldtype;

import org.affogato.engine.meta.DocField;

/** Plain text. */
final class TextField extends TextColumnField {
    TextField() {
        super("Text", "text");
    }

    @Override
    public boolean isSanitized(DocField field) {
        return super.isSanitized(field) && !"Email".equals(field.options());
    }
}
