package org.affogato.engine.fieldtype;

/** Text in Markdown; markup in it is sanitised. */
final class MarkdownEditorField extends TextColumnField {
    MarkdownEditorField() {
        super("Markdown Editor", "longtext");
    }
}
