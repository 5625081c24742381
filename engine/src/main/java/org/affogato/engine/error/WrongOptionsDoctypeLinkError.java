package org.affogato.engine.error;

/** The options name a DocType of another spelling or none. */
public class WrongOptionsDoctypeLinkError extends ValidationError {
    public WrongOptionsDoctypeLinkError(String message) {
        super(message);
    }

    @Override
    public String module() {
        return "frappe.core.doctype.doctype.doctype";
    }
}
