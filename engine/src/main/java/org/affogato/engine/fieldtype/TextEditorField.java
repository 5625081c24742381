package org.affogato.engine.fieldtype;

import org.jspecify.annotations.Nullable;

/** Rich text as markup, sanitised when saved. An image counts as content, markup alone does not. */
final class TextEditorField extends TextColumnField {
    TextEditorField() {
        super("Text Editor", "longtext");
    }

    @Override
    public boolean isEmpty(@Nullable Object value) {
        return hasNoContent(value);
    }

    static boolean hasNoContent(@Nullable Object value) {
        return value == null
                || value instanceof String text && Texts.withoutTags(text).isBlank() && !text.contains("<img");
    }
}
