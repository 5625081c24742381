package org.affogato.engine.error;

/** Links would form a circle. */
public class CircularLinkingError extends ValidationError {
    public CircularLinkingError(String message) {
        super(message);
    }
}
