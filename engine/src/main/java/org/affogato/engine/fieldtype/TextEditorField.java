package org.affogato.engine.fieldtype;

import org.affogato.engine.meta.DocField;
import org.jspecify.annotations.Nullable;

/** Rich text as markup, sanitised when saved. An image counts as content, markup alone does not. */
final class TextEditorField extends TextColumnField {
    TextEditorField() {
        super("Text Editor", "longtext");
    }

    @Override
    public boolean isEmpty(DocField field, @Nullable Object value) {
        return super.isEmpty(field, value) && !isImage(value);
    }

    static boolean isImage(@Nullable Object value) {
        return value instanceof String text && text.contains("<img");
    }
}
