package org.affogato.engine.error;

/** The Authorization header's credentials cannot be read. */
public class InvalidAuthorizationToken extends CSRFTokenError {
    public InvalidAuthorizationToken(String message) {
        super(message);
    }

    @Override
    public String module() {
        return "frappe.exceptions";
    }
}
