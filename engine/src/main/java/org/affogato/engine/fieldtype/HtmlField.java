package org.affogato.engine.fieldtype;

/** Markup shown in the form; stands in {@code options}. */
final class HtmlField extends LayoutField {
    HtmlField() {
        super("HTML");
    }
}
