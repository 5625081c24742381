package org.affogato.engine.error;

/** A number that must not be negative is. */
public class NonNegativeError extends ValidationError {
    public NonNegativeError(String message) {
        super(message);
    }
}
