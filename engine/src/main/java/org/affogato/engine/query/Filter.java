package org.affogato.engine.query;

import org.affogato.engine.meta.DocField;
import org.jspecify.annotations.Nullable;

/**
 * One condition of a caller on a column that is known to exist.
 *
 * @param field the column's field; null for standard columns
 */
record Filter(
        Source source,
        String fieldname,
        @Nullable DocField field,
        Operator operator,
        @Nullable Object value) {
    /** The fieldtype, empty for standard columns. */
    String fieldtype() {
        return field == null ? "" : field.fieldtype();
    }

    boolean isNotNullable() {
        return field != null && field.is("not_nullable");
    }
}
