package org.affogato.engine.error;

/** Not an e-mail address. */
public class InvalidEmailAddressError extends ValidationError {
    public InvalidEmailAddressError(String message) {
        super(message);
    }
}
