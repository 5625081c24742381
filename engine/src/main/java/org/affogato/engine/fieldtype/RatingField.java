package org.affogato.engine.fieldtype;

import org.affogato.engine.meta.DocField;
import org.jspecify.annotations.Nullable;

/** Stars as a share of all stars: 0 to 1, with two decimals in the database. */
final class RatingField extends StoredField {
    RatingField() {
        super("Rating");
    }

    @Override
    String columnType(DocField field) {
        return "decimal(3,2)";
    }

    @Override
    String emptyLiteral() {
        return "0.00";
    }

    /** The bounds answer as whole numbers. */
    @Override
    Object castValue(DocField field, Object value) {
        double share = Numbers.flt(value);
        if (share > 0 && share < 1) {
            return share;
        }
        return share >= 1 ? 1L : 0L;
    }

    @Override
    Object emptyValue() {
        return 0L;
    }

    @Override
    public @Nullable Object read(@Nullable Object stored) {
        return stored instanceof Number number ? (Object) number.doubleValue() : stored;
    }
}
