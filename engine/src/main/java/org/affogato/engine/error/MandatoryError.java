package org.affogato.engine.error;

/** A mandatory field is empty. */
public class MandatoryError extends ValidationError {
    public MandatoryError(String message) {
        super(message);
    }
}
