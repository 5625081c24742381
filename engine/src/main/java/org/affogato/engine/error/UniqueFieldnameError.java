package org.affogato.engine.error;

/** Two fields have one fieldname. */
public class UniqueFieldnameError extends ValidationError {
    public UniqueFieldnameError(String message) {
        super(message);
    }

    @Override
    public String module() {
        return "frappe.core.doctype.doctype.doctype";
    }
}
