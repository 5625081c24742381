package org.affogato.engine.fieldtype;

/** A fieldtype that is none of ours: definitions from elsewhere load with it, but it has no column. */
final class UnknownField extends LayoutField {
    UnknownField(String name) {
        super(name);
    }
}
