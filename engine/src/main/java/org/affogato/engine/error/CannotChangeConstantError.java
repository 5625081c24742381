package org.affogato.engine.error;

/** A set-only-once field was changed. */
public class CannotChangeConstantError extends ValidationError {
    public CannotChangeConstantError(String message) {
        super(message);
    }
}
