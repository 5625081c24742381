package org.affogato.engine.error;

/** Nothing answers at this address. */
public class PageDoesNotExistError extends ValidationError {
    public PageDoesNotExistError(String message) {
        super(404, message);
    }
}
