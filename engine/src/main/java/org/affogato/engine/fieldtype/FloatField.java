package org.affogato.engine.fieldtype;

import org.affogato.engine.meta.DocField;
import org.affogato.engine.meta.FieldPlace;
import org.jspecify.annotations.Nullable;

/** A number with a fraction. */
final class FloatField extends DecimalField {
    FloatField() {
        super("Float");
    }

    @Override
    public void validate(DocField field, @Nullable Object value, FieldPlace where) {
        super.validate(field, value, where);
        NonNegative.check(field, value, where);
    }
}
