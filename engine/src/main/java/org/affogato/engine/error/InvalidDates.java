package org.affogato.engine.error;

/** A date range that ends before it starts. */
public class InvalidDates extends ValidationError {
    public InvalidDates(String message) {
        super(message);
    }
}
