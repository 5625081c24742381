package org.affogato.engine.fieldtype;

import org.affogato.engine.error.CharacterLengthExceededError;
import org.affogato.engine.meta.DocField;
import org.affogato.engine.meta.FieldPlace;
import org.jspecify.annotations.Nullable;

/** Short texts: a varchar as long as the field says, else of 140 characters. */
abstract class VarcharField extends StoredField {
    private static final int LENGTH = 140;

    VarcharField(String name) {
        super(name);
    }

    @Override
    final String columnType(DocField field) {
        return "varchar(" + maxLength(field) + ")";
    }

    private static int maxLength(DocField field) {
        return field.length() > 0 ? field.length() : LENGTH;
    }

    @Override
    boolean fitsColumn(DocField field, String constant) {
        return Texts.length(constant) <= maxLength(field);
    }

    @Override
    public @Nullable Object write(DocField field, @Nullable Object value) {
        return ColumnText.of(value);
    }

    @Override
    public void checkFits(DocField field, @Nullable Object value, FieldPlace where) {
        String text = Texts.of(value);
        int most = maxLength(field);
        if (text.length() > most && Texts.length(text) > most) {
            throw new CharacterLengthExceededError("%s: %d characters, but the column holds %d"
                            .formatted(Messages.at(where, field), Texts.length(text), most))
                    .titled("Value too big");
        }
    }
}
