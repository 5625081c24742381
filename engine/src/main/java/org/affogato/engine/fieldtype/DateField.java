package org.affogato.engine.fieldtype;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import org.affogato.engine.meta.DocField;
import org.jspecify.annotations.Nullable;

/** A day. */
final class DateField extends TemporalField {
    DateField() {
        super("Date");
    }

    @Override
    String columnType(DocField field) {
        return "date";
    }

    @Override
    @Nullable
    Object castValue(DocField field, Object value) {
        return value instanceof LocalDateTime moment ? moment.toLocalDate() : super.castValue(field, value);
    }

    @Override
    @Nullable
    Object parse(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException other) {
            return null;
        }
    }

    @Override
    Object of(LocalDateTime moment) {
        return moment.toLocalDate();
    }
}
