package org.affogato.engine.fieldtype;

import java.math.BigDecimal;
import org.affogato.engine.meta.DocField;
import org.jspecify.annotations.Nullable;

/** A span of time in seconds. The value stays as it was given; the database makes a number of it or refuses it. */
final class DurationField extends StoredField {
    DurationField() {
        super("Duration");
    }

    @Override
    String columnType(DocField field) {
        return DecimalField.COLUMN;
    }

    @Override
    boolean fitsColumn(DocField field, String constant) {
        return Numbers.isWithin(constant, DecimalField.LIMIT);
    }

    @Override
    String emptyLiteral() {
        return "0.000000000";
    }

    @Override
    Object emptyValue() {
        return 0L;
    }

    @Override
    public @Nullable Object read(@Nullable Object stored) {
        return stored instanceof Number number ? (Object) number.doubleValue() : stored;
    }

    @Override
    public @Nullable Object write(DocField field, @Nullable Object value) {
        return value instanceof Double seconds && Double.isFinite(seconds) ? BigDecimal.valueOf(seconds) : value;
    }
}
