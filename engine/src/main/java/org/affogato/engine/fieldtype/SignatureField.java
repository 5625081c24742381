package org.affogato.engine.fieldtype;

/** A drawn signature: a data URL. */
final class SignatureField extends TextColumnField {
    SignatureField() {
        super("Signature", "longtext");
    }
}
