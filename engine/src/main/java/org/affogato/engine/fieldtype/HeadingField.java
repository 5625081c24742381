package org.affogato.engine.fieldtype;

/** A heading in the form. */
final class HeadingField extends LayoutField {
    HeadingField() {
        super("Heading");
    }
}
