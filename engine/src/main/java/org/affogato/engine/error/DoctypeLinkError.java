package org.affogato.engine.error;

/** The definition names a DocType that is not there. */
public class DoctypeLinkError extends ValidationError {
    public DoctypeLinkError(String message) {
        super(message);
    }

    @Override
    public String module() {
        return "frappe.core.doctype.doctype.doctype";
    }
}
