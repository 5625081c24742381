package org.affogato.engine.error;

/** A hidden mandatory field needs a default. */
public class HiddenAndMandatoryWithoutDefaultError extends ValidationError {
    public HiddenAndMandatoryWithoutDefaultError(String message) {
        super(message);
    }

    @Override
    public String module() {
        return "frappe.core.doctype.doctype.doctype";
    }
}
