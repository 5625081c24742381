package org.affogato.engine.fieldtype;

/** A button of the form. */
final class ButtonField extends LayoutField {
    ButtonField() {
        super("Button");
    }
}
