package org.affogato.engine.fieldtype;

import java.util.Map;
import org.affogato.engine.meta.DocField;
import org.jspecify.annotations.Nullable;

/** JSON as text; an object that a client sends is written out with sorted keys. The database refuses what is no JSON. */
final class JsonField extends StoredField {
    JsonField() {
        super("JSON");
    }

    @Override
    String columnType(DocField field) {
        return "json";
    }

    @Override
    @Nullable
    Object castValue(DocField field, Object value) {
        return value instanceof Map<?, ?> object ? JsonValues.indented(object) : value;
    }

    @Override
    public @Nullable Object write(DocField field, @Nullable Object value) {
        return ColumnText.of(value);
    }
}
