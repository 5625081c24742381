package org.affogato.doctypes.frappe.core.doctype.user;

import org.affogato.engine.error.ValidationError;

/** What a password must be before it is taken. */
final class PasswordRules {
    /** Longer ones would only serve to keep the server busy hashing. */
    private static final int LONGEST = 512;

    void check(String password) {
        if (password.length() > LONGEST) {
            throw new ValidationError("The password is longer than %d characters".formatted(LONGEST));
        }
    }
}
