package org.affogato.engine.error;

/** A value does not fit its column. */
public class DataTooLongException extends ValidationError {
    public DataTooLongException(String message) {
        super(message);
    }
}
