package org.affogato.engine.fieldtype;

import org.affogato.engine.meta.DocField;
import org.jspecify.annotations.Nullable;

/** Source text in the language that {@code options} name; kept as it is. */
final class CodeField extends TextColumnField {
    CodeField() {
        super("Code", "longtext");
    }

    @Override
    public boolean isSanitized(DocField field) {
        return false;
    }

    @Override
    public boolean isEmpty(DocField field, @Nullable Object value) {
        boolean isMarkup = "HTML".equals(field.options());
        return super.isEmpty(field, value) && !(isMarkup && TextEditorField.isImage(value));
    }
}
