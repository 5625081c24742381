package org.affogato.engine.fieldtype;

/** Begins a tab of the form. */
final class TabBreakField extends LayoutField {
    TabBreakField() {
        super("Tab Break");
    }
}
