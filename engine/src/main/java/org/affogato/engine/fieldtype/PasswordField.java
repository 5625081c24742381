package org.affogato.engine.fieldtype;

import org.affogato.engine.meta.DocField;
import org.affogato.engine.meta.FieldPlace;
import org.jspecify.annotations.Nullable;

/** A secret: kept encrypted apart from the table, whose column holds asterisks. */
final class PasswordField extends TextColumnField {
    PasswordField() {
        super("Password", "text");
    }

    @Override
    public void validate(DocField field, @Nullable Object value, FieldPlace where) {
        OnlyText.check(field, value, where);
    }
}
