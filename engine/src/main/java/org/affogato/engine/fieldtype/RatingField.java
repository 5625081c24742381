package org.affogato.engine.fieldtype;

import java.math.BigDecimal;
import org.affogato.engine.meta.DocField;
import org.jspecify.annotations.Nullable;

/**
 * Stars as a share of all stars: 0 to 1, with two decimals in the database. A document's own ratings are brought between
 * these bounds when it is saved, those of its rows are kept as given. Frappe: {@code _fix_rating_value}.
 */
public final class RatingField extends StoredField {
    RatingField() {
        super("Rating");
    }

    @Override
    String columnType(DocField field) {
        return "decimal(3,2)";
    }

    @Override
    boolean fitsColumn(DocField field, String constant) {
        return Numbers.isWithin(constant, 10);
    }

    @Override
    String emptyLiteral() {
        return "0.00";
    }

    /** The nearest share to what was given; the bounds answer as whole numbers. */
    public static Object bounded(@Nullable Object value) {
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
    public @Nullable Object write(DocField field, @Nullable Object value) {
        return value instanceof Double share && Double.isFinite(share) ? BigDecimal.valueOf(share) : value;
    }

    @Override
    public @Nullable Object read(@Nullable Object stored) {
        return stored instanceof Number number ? (Object) number.doubleValue() : stored;
    }
}
