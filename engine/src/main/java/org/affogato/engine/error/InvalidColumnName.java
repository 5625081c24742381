package org.affogato.engine.error;

/** A fieldname that cannot be a column. */
public class InvalidColumnName extends ValidationError {
    public InvalidColumnName(String message) {
        super(message);
    }
}
