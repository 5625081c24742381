package org.affogato.engine.spi;

import java.util.List;
import org.affogato.engine.meta.Right;
import org.jspecify.annotations.Nullable;

/**
 * A condition on the rows of one DocType, as a tree: compiled to SQL with bound values for a list, and evaluated on a
 * Document in memory for a check, so that both uses cannot disagree. Fields are fieldnames of that DocType.
 *
 * <p>Every condition is true or false, never unknown: a null field equals no value and is in no list, and
 * {@link Not} is true wherever its part is not.
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

    /** The document has a row in a child table that meets the part; the part's fields are the row's. */
    record AnyRow(String tableField, Condition part) implements Condition {}

    /**
     * A DocShare grants the right (READ, WRITE, SUBMIT or SHARE: a column of that name) on the document to the user, or
     * to everyone unless the user is Guest.
     */
    record Shared(String user, Right right) implements Condition {}

    /**
     * Two columns name a document: the first holds that DocType, the second the name of a document that meets the part.
     */
    record Named(String typeColumn, String nameColumn, String doctype, Condition part) implements Condition {}

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

    static Condition not(Condition part) {
        return new Not(part);
    }

    /** On rows of a child table: the row belongs to a document of that DocType, and that one meets the part. */
    static Condition parent(String doctype, Condition part) {
        return new Named("parenttype", "parent", doctype, part);
    }

    static Condition anyRow(String tableField, Condition part) {
        return new AnyRow(tableField, part);
    }
}
