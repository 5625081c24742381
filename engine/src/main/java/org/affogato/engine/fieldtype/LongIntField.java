package org.affogato.engine.fieldtype;

import java.math.BigInteger;
import org.affogato.engine.error.CharacterLengthExceededError;
import org.affogato.engine.meta.DocField;
import org.affogato.engine.meta.FieldPlace;
import org.jspecify.annotations.Nullable;

/** A whole number of 64 bits. The form builder does not offer it, definitions may have it. */
final class LongIntField extends WholeNumberField {
    private static final double LIMIT = 0x1p63;

    LongIntField() {
        super("Long Int", Long.MAX_VALUE);
    }

    @Override
    String columnType(DocField field) {
        return "bigint(20)";
    }

    /** Digits are kept exactly; what 64 bits cannot hold stays as it is, to be refused. */
    @Override
    Object castValue(DocField field, Object value) {
        if (value instanceof String text && text.strip().matches("[+-]?\\d{1,18}")) {
            return Long.valueOf(text.strip());
        }
        return isTooBig(value) ? value : super.castValue(field, value);
    }

    @Override
    public void checkFits(DocField field, @Nullable Object value, FieldPlace where) {
        if (isTooBig(value)) {
            throw new CharacterLengthExceededError("%s: %s needs more than 64 bits"
                            .formatted(Messages.at(where, field), Messages.shown(value)))
                    .titled("Value too big");
        }
        super.checkFits(field, value, where);
    }

    private static boolean isTooBig(@Nullable Object value) {
        return value instanceof BigInteger whole && whole.bitLength() >= Long.SIZE
                || !(value instanceof Long) && Math.abs(Numbers.flt(value)) >= LIMIT;
    }
}
