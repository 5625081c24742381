package org.affogato.engine.error;

/** The file is larger than the site takes. */
public class MaxFileSizeReachedError extends ValidationError {
    public MaxFileSizeReachedError(String message) {
        super(message);
    }

    @Override
    public String module() {
        return "frappe.core.doctype.file.exceptions";
    }
}
