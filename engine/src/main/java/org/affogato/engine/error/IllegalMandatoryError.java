package org.affogato.engine.error;

/** A field of this type cannot be mandatory. */
public class IllegalMandatoryError extends ValidationError {
    public IllegalMandatoryError(String message) {
        super(message);
    }

    @Override
    public String module() {
        return "frappe.core.doctype.doctype.doctype";
    }
}
