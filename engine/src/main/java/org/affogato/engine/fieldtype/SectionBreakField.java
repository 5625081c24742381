package org.affogato.engine.fieldtype;

/** Begins a section of the form. */
final class SectionBreakField extends LayoutField {
    SectionBreakField() {
        super("Section Break");
    }
}
