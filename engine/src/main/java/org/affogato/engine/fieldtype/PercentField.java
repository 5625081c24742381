package org.affogato.engine.fieldtype;

/** A share in percent; not bound to 0 to 100, and free to be negative. */
final class PercentField extends DecimalField {
    PercentField() {
        super("Percent");
    }
}
