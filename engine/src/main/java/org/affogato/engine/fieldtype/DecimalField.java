package org.affogato.engine.fieldtype;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.meta.Column;
import org.affogato.engine.meta.DocField;
import org.affogato.engine.meta.FieldPlace;
import org.jspecify.annotations.Nullable;

/** Numbers with a fraction: nine decimals in the database whatever the field's precision, never NULL. */
abstract class DecimalField extends StoredField {
    static final String COLUMN = "decimal(21,9)";
    /** Below this the column holds a number. */
    static final long LIMIT = 1_000_000_000_000L;

    private static final int SCALE = 9;

    DecimalField(String name) {
        super(name);
    }

    @Override
    final String columnType(DocField field) {
        return COLUMN;
    }

    @Override
    public Optional<Column> column(DocField field) {
        double value = Numbers.flt(field.defaultValue());
        return field.virtual() ? Optional.empty() : Optional.of(Column.notNull(COLUMN, literal(value)));
    }

    private static String literal(double value) {
        return BigDecimal.valueOf(Math.abs(value) < LIMIT ? value : 0)
                .setScale(SCALE, RoundingMode.HALF_UP)
                .toPlainString();
    }

    @Override
    Object castValue(DocField field, Object value) {
        return Numbers.flt(value);
    }

    @Override
    public Object stored(DocField field, @Nullable Object value) {
        return value == null ? 0.0 : value;
    }

    @Override
    public @Nullable Object read(@Nullable Object stored) {
        return stored == null ? null : Numbers.flt(stored);
    }

    /** Bound as a decimal, so that the database rounds the digits that were sent and not their binary neighbours. */
    @Override
    public @Nullable Object write(DocField field, @Nullable Object value) {
        return value == null ? null : BigDecimal.valueOf(Numbers.flt(value));
    }

    @Override
    public void validate(DocField field, @Nullable Object value, FieldPlace where) {
        if (!Double.isFinite(Numbers.flt(value))) {
            throw new ValidationError("%s: must be a finite number".formatted(Messages.at(where, field)));
        }
    }

    @Override
    public boolean isNumeric() {
        return true;
    }
}
