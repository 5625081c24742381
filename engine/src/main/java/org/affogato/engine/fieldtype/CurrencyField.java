package org.affogato.engine.fieldtype;

import org.affogato.engine.meta.DocField;
import org.affogato.engine.meta.FieldPlace;
import org.jspecify.annotations.Nullable;

/** An amount of money; {@code options} name the field that holds its currency. */
final class CurrencyField extends DecimalField {
    CurrencyField() {
        super("Currency");
    }

    @Override
    public void validate(DocField field, @Nullable Object value, FieldPlace where) {
        super.validate(field, value, where);
        NonNegative.check(field, value, where);
    }
}
