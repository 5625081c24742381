package org.affogato.engine.fieldtype;

import java.util.Optional;
import org.affogato.engine.meta.Column;
import org.affogato.engine.meta.DocField;
import org.affogato.engine.meta.FieldType;
import org.jspecify.annotations.Nullable;

/** Fields without a column of their own: whatever they are given stays as it is. */
abstract class ColumnlessField implements FieldType {
    private final String name;

    ColumnlessField(String name) {
        this.name = name;
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final Optional<Column> column(DocField field) {
        return Optional.empty();
    }

    @Override
    public @Nullable Object cast(DocField field, @Nullable Object value) {
        return value;
    }
}
