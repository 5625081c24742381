package org.affogato.engine.error;

/** A naming series that cannot be used. */
public class InvalidNamingSeriesError extends ValidationError {
    public InvalidNamingSeriesError(String message) {
        super(message);
    }

    @Override
    public String module() {
        return "frappe.model.naming";
    }
}
