package org.affogato.engine.error;

/** A fieldname that is restricted. */
public class InvalidFieldNameError extends ValidationError {
    public InvalidFieldNameError(String message) {
        super(message);
    }

    @Override
    public String module() {
        return "frappe.core.doctype.doctype.doctype";
    }
}
