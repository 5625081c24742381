package org.affogato.engine.error;

/** A table that needs rows has none. */
public class EmptyTableError extends ValidationError {
    public EmptyTableError(String message) {
        super(message);
    }
}
