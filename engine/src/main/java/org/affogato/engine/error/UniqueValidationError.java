package org.affogato.engine.error;

/** Another document holds the same value in a unique field. */
public class UniqueValidationError extends ValidationError {
    public UniqueValidationError(String message) {
        super(message);
    }
}
