package org.affogato.engine.error;

/** The Authorization header has an unknown scheme. */
public class InvalidAuthorizationPrefix extends CSRFTokenError {
    public InvalidAuthorizationPrefix(String message) {
        super(message);
    }

    @Override
    public String module() {
        return "frappe.exceptions";
    }
}
