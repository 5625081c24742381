package org.affogato.engine.fieldtype;

import org.affogato.engine.meta.DocField;
import org.affogato.engine.meta.FieldPlace;
import org.jspecify.annotations.Nullable;

/** A checkbox: 1 for any number but 0, else 0. Never refused. */
final class CheckField extends WholeNumberField {
    CheckField() {
        super("Check", Long.MAX_VALUE);
    }

    @Override
    String columnType(DocField field) {
        return IntField.intColumn(field, 1);
    }

    @Override
    Object castValue(DocField field, Object value) {
        return Numbers.cint(value) == 0 ? 0L : 1L;
    }

    /** A column that once held other numbers answers 0 or 1 too. */
    @Override
    public Object stored(DocField field, @Nullable Object value) {
        return castValue(field, value == null ? 0L : value);
    }

    @Override
    public void validate(DocField field, @Nullable Object value, FieldPlace where) {}

    @Override
    public void checkFits(DocField field, @Nullable Object value, FieldPlace where) {}
}
