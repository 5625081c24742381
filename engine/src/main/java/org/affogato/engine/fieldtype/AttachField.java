package org.affogato.engine.fieldtype;

import org.affogato.engine.meta.DocField;
import org.affogato.engine.meta.FieldPlace;
import org.jspecify.annotations.Nullable;

/** The URL of an attached file; kept as it is. */
final class AttachField extends TextColumnField {
    AttachField() {
        super("Attach", "text");
    }

    @Override
    public boolean isSanitized(DocField field) {
        return false;
    }

    @Override
    public void validate(DocField field, @Nullable Object value, FieldPlace where) {
        OnlyText.check(field, value, where);
    }
}
