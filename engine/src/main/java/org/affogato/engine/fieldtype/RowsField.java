package org.affogato.engine.fieldtype;

import java.util.List;
import org.affogato.engine.meta.DocField;
import org.jspecify.annotations.Nullable;

/** Fields that hold child rows: their values stand in the child's table. */
abstract class RowsField extends ColumnlessField {
    RowsField(String name) {
        super(name);
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
