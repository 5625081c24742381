package org.affogato.engine.fieldtype;

import java.util.List;
import java.util.Optional;
import org.affogato.engine.meta.Column;
import org.affogato.engine.meta.DocField;
import org.affogato.engine.meta.FieldType;
import org.jspecify.annotations.Nullable;

/** Fields that hold child rows: their values stand in the child's table. */
abstract class RowsField implements FieldType {
    private final String name;

    RowsField(String name) {
        this.name = name;
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public Optional<Column> column(DocField field) {
        return Optional.empty();
    }

    @Override
    public @Nullable Object cast(DocField field, @Nullable Object value) {
        return value;
    }

    @Override
    public boolean isEmpty(DocField field, @Nullable Object value) {
        return !(value instanceof List<?> rows) || rows.isEmpty();
    }

    @Override
    public boolean isTable() {
        return true;
    }
}
