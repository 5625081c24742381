package org.affogato.engine.error;

/** The field cannot have an index. */
public class CannotIndexedError extends ValidationError {
    public CannotIndexedError(String message) {
        super(message);
    }

    @Override
    public String module() {
        return "frappe.core.doctype.doctype.doctype";
    }
}
