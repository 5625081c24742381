package org.affogato.engine.fieldtype;

import java.util.Optional;
import org.affogato.engine.error.CharacterLengthExceededError;
import org.affogato.engine.meta.Column;
import org.affogato.engine.meta.DocField;
import org.affogato.engine.meta.FieldPlace;
import org.jspecify.annotations.Nullable;

/** Whole numbers: never NULL, and 0 where a text is none. */
abstract class WholeNumberField extends StoredField {
    private final long most;

    /** @param most the largest amount, either sign, that the column is trusted with */
    WholeNumberField(String name, long most) {
        super(name);
        this.most = most;
    }

    @Override
    public Optional<Column> column(DocField field) {
        long value = Numbers.cint(field.defaultValue());
        String literal = String.valueOf(isBeyond(value) ? 0 : value);
        return field.virtual() ? Optional.empty() : Optional.of(Column.notNull(columnType(field), literal));
    }

    private boolean isBeyond(long value) {
        return value > most || value < -most;
    }

    /** A boolean stays one in the answer, as every whole number does. */
    @Override
    Object castValue(DocField field, Object value) {
        return value instanceof Boolean ? value : (Object) Numbers.cint(value);
    }

    @Override
    public Object stored(DocField field, @Nullable Object value) {
        return value == null ? 0L : value;
    }

    @Override
    public @Nullable Object read(@Nullable Object stored) {
        return stored == null ? null : Numbers.cint(stored);
    }

    @Override
    public @Nullable Object write(DocField field, @Nullable Object value) {
        return value == null ? null : Numbers.cint(value);
    }

    @Override
    public void validate(DocField field, @Nullable Object value, FieldPlace where) {
        NonNegative.check(field, value, where);
    }

    @Override
    public void checkFits(DocField field, @Nullable Object value, FieldPlace where) {
        long whole = Numbers.cint(value);
        if (isBeyond(whole)) {
            throw new CharacterLengthExceededError(
                            "%s: %s is beyond %d".formatted(Messages.at(where, field), Messages.shown(value), most))
                    .titled("Value too big");
        }
    }

    @Override
    public boolean isNumeric() {
        return true;
    }
}
