package org.affogato.engine.fieldtype;

/** Markup as it is; sanitised when saved. */
final class HtmlEditorField extends TextColumnField {
    HtmlEditorField() {
        super("HTML Editor", "longtext");
    }
}
