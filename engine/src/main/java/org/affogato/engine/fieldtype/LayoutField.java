package org.affogato.engine.fieldtype;

import java.util.Optional;
import org.affogato.engine.meta.Column;
import org.affogato.engine.meta.DocField;
import org.affogato.engine.meta.FieldType;
import org.jspecify.annotations.Nullable;

/** Fields that only shape the form: no column and no value. */
abstract class LayoutField implements FieldType {
    private final String name;

    LayoutField(String name) {
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
    public boolean hasValue() {
        return false;
    }
}
