package org.affogato.engine.fieldtype;

import org.affogato.engine.error.ValidationError;
import org.affogato.engine.meta.DocField;
import org.affogato.engine.meta.FieldPlace;
import org.jspecify.annotations.Nullable;

/** The rule of fields in which a number or a flag has no meaning as text: addresses of files, and secrets. */
final class OnlyText {
    private OnlyText() {}

    static void check(DocField field, @Nullable Object value, FieldPlace where) {
        if (!isText(value)) {
            throw new ValidationError("%s: takes text only".formatted(Messages.at(where, field)));
        }
    }

    /** Whether a value is text, or as good as none. */
    static boolean isText(@Nullable Object value) {
        return switch (value) {
            case null -> true;
            case Number number -> number.doubleValue() == 0;
            case Boolean flag -> !flag;
            default -> value instanceof String;
        };
    }
}
