package org.affogato.engine.fieldtype;

/** Folds away what follows in the form. */
final class FoldField extends LayoutField {
    FoldField() {
        super("Fold");
    }
}
