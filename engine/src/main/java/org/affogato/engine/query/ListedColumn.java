package org.affogato.engine.query;

import org.affogato.engine.meta.DocField;
import org.jspecify.annotations.Nullable;

/**
 * What a column of a list shows.
 *
 * @param key what the column goes out by
 * @param doctype the DocType it belongs to; null for a figure over several rows
 * @param fieldname its column there; the key for a figure
 * @param field its field; null for figures and standard columns
 */
public record ListedColumn(
        String key,
        @Nullable String doctype,
        String fieldname,
        @Nullable DocField field) {
    static ListedColumn of(Field listed) {
        if (listed.expression() instanceof Expression.Column column) {
            DocField field = column.source().meta().field(column.name());
            return new ListedColumn(listed.label(), column.source().meta().name(), column.name(), field);
        }
        return new ListedColumn(listed.label(), null, listed.label(), null);
    }
}
