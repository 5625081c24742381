package org.affogato.engine.fieldtype;

/** Plain text of any length. */
final class LongTextField extends TextColumnField {
    LongTextField() {
        super("Long Text", "longtext");
    }
}
