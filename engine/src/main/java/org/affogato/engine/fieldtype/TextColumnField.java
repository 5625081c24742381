package org.affogato.engine.fieldtype;

import org.affogato.engine.meta.DocField;
import org.jspecify.annotations.Nullable;

/** Texts without a length of their own, in a {@code text} or {@code longtext} column. */
abstract class TextColumnField extends StoredField {
    private final String columnType;

    TextColumnField(String name, String columnType) {
        super(name);
        this.columnType = columnType;
    }

    @Override
    final String columnType(DocField field) {
        return columnType;
    }

    @Override
    public @Nullable Object write(DocField field, @Nullable Object value) {
        return ColumnText.of(value);
    }
}
