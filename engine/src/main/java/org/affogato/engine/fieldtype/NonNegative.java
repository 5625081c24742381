package org.affogato.engine.fieldtype;

import org.affogato.engine.error.NonNegativeError;
import org.affogato.engine.meta.DocField;
import org.affogato.engine.meta.FieldPlace;
import org.jspecify.annotations.Nullable;

/** The rule of the property {@code non_negative}. */
final class NonNegative {
    private NonNegative() {}

    static void check(DocField field, @Nullable Object value, FieldPlace where) {
        if (field.is("non_negative") && Numbers.flt(value) < 0) {
            throw new NonNegativeError("%s: must not be below zero".formatted(Messages.at(where, field)))
                    .titled("Negative Value");
        }
    }
}
