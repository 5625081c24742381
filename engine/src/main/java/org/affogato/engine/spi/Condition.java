package org.affogato.engine.spi;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A condition on the rows of one DocType, as a tree: compiled to SQL with bound values for a list, and evaluated on a
 * Document in memory for a check, so that both uses cannot disagree. Fields are fieldnames of that DocType.
 */
public sealed interface Condition {
    /** Always true. */
    Condition ALL = new And(List.of());
    /** Never true. */
    Condition NONE = new Or(List.of());

    record And(List<Condition> parts) implements Condition {}

    record Or(List<Condition> parts) implements Condition {}

    record Not(Condition part) implements Condition {}

    /** The field equals the value by the database's collation; a null value means the field is null or empty. */
    record Equal(String fieldname, @Nullable Object value) implements Condition {}

    /** The field is one of the values; false for no values. */
    record In(String fieldname, List<?> values) implements Condition {}

    /** The field is null or empty (0 for numbers). */
    record Empty(String fieldname) implements Condition {}

    /** The document has a row in a child table whose field is one of the values. */
    record HasRow(String tableField, String fieldname, List<?> values) implements Condition {}

    static Condition and(Condition... parts) {
        return new And(List.of(parts));
    }

    static Condition or(Condition... parts) {
        return new Or(List.of(parts));
    }

    static Condition equal(String fieldname, @Nullable Object value) {
        return new Equal(fieldname, value);
    }

    static Condition in(String fieldname, List<?> values) {
        return new In(fieldname, values);
    }
}
