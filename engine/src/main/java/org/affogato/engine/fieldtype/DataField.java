package org.affogato.engine.fieldtype;

import org.affogato.engine.meta.DocField;
import org.affogato.engine.meta.FieldPlace;
import org.jspecify.annotations.Nullable;

/** A short text; {@code options} may name a format that it must have. */
final class DataField extends VarcharField {
    DataField() {
        super("Data");
    }

    @Override
    public void validate(DocField field, @Nullable Object value, FieldPlace where) {
        String former = field.attributes().text("oldfieldtype", "Data");
        if (field.options() != null && former.equals("Data")) {
            DataFormat.of(field.options()).ifPresent(format -> format.check(value, Messages.at(where, field)));
        }
    }

    @Override
    public boolean isSanitized(DocField field) {
        return super.isSanitized(field) && !"Email".equals(field.options());
    }
}
