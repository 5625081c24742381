package org.affogato.engine.error;

/** A status outside the known ones. */
public class InvalidStatusError extends ValidationError {
    public InvalidStatusError(String message) {
        super(message);
    }
}
