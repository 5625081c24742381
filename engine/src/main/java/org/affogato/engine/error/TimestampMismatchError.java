package org.affogato.engine.error;

/** Somebody else saved the document in between. */
public class TimestampMismatchError extends ValidationError {
    public TimestampMismatchError(String message) {
        super(message);
    }
}
