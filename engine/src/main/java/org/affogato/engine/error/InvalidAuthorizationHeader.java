package org.affogato.engine.error;

/** The Authorization header has another form than `scheme credentials`. */
public class InvalidAuthorizationHeader extends CSRFTokenError {
    public InvalidAuthorizationHeader(String message) {
        super(message);
    }

    @Override
    public String module() {
        return "frappe.exceptions";
    }
}
