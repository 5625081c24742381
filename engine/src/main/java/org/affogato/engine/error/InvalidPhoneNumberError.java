package org.affogato.engine.error;

/** Not a phone number. */
public class InvalidPhoneNumberError extends ValidationError {
    public InvalidPhoneNumberError(String message) {
        super(message);
    }
}
