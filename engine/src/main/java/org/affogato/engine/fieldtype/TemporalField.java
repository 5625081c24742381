package org.affogato.engine.fieldtype;

import java.time.LocalDateTime;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.meta.DocField;
import org.jspecify.annotations.Nullable;

/**
 * Dates and times. A text in the form that answers show becomes a typed value; any other stays as it was given, for the
 * answer of a write shows what was sent, and the database reads it its own lenient way or refuses it.
 */
abstract class TemporalField extends StoredField {
    TemporalField(String name) {
        super(name);
    }

    /** The value in a text of any form that this type reads; null for none. */
    abstract @Nullable Object parse(String text);

    @Override
    boolean fitsColumn(DocField field, String constant) {
        return !(lenient(constant) instanceof String);
    }

    @Override
    @Nullable
    String emptyLiteral() {
        return null;
    }

    @Override
    @Nullable
    Object emptyValue() {
        return null;
    }

    @Override
    @Nullable
    Object castValue(DocField field, Object value) {
        Object single = super.castValue(field, value);
        return single instanceof String text ? typed(text) : single;
    }

    @Override
    public @Nullable Object stored(DocField field, @Nullable Object value) {
        return super.stored(field, "".equals(value) ? null : value);
    }

    @Override
    public @Nullable Object read(@Nullable Object stored) {
        return stored instanceof String text ? lenient(text) : stored;
    }

    /** A Single keeps what was given, in whatever form. */
    private Object lenient(String text) {
        Object typed = typed(text);
        try {
            return typed instanceof String ? of(Moments.moment(text)) : typed;
        } catch (ValidationError unreadable) {
            return text;
        }
    }

    /** What this type takes of a moment. */
    abstract Object of(LocalDateTime moment);

    @Override
    public @Nullable Object write(DocField field, @Nullable Object value) {
        return "".equals(value) ? null : value;
    }

    private Object typed(String text) {
        Object parsed = parse(text);
        return parsed != null && Texts.of(parsed).equals(text) ? parsed : text;
    }
}
