package org.affogato.engine.error;

/** A transaction wrote more rows than allowed. */
public class TooManyWritesError extends ValidationError {
    public TooManyWritesError(String message) {
        super(message);
    }
}
