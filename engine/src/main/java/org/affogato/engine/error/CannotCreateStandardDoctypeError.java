package org.affogato.engine.error;

/** Standard DocTypes are made in developer mode only. */
public class CannotCreateStandardDoctypeError extends ValidationError {
    public CannotCreateStandardDoctypeError(String message) {
        super(message);
    }

    @Override
    public String module() {
        return "frappe.core.doctype.doctype.doctype";
    }
}
