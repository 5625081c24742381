package org.affogato.engine.error;

/** A query argument cannot be used: unknown field, function or operator. */
public class DataError extends ValidationError {
    public DataError(String message) {
        super(message);
    }
}
