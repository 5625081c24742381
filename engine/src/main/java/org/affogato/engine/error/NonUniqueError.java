package org.affogato.engine.error;

/** The field cannot be unique. */
public class NonUniqueError extends ValidationError {
    public NonUniqueError(String message) {
        super(message);
    }

    @Override
    public String module() {
        return "frappe.core.doctype.doctype.doctype";
    }
}
