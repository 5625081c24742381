package org.affogato.engine.fieldtype;

import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import org.affogato.engine.meta.DocField;
import org.jspecify.annotations.Nullable;

/** A moment in the site's time zone, to the microsecond. */
final class DatetimeField extends TemporalField {
    DatetimeField() {
        super("Datetime");
    }

    @Override
    String columnType(DocField field) {
        return "datetime(6)";
    }

    @Override
    @Nullable
    Object parse(String text) {
        try {
            return LocalDateTime.parse(text.replace(' ', 'T'));
        } catch (DateTimeParseException other) {
            return null;
        }
    }

    @Override
    Object of(LocalDateTime moment) {
        return moment;
    }
}
