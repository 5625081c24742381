package org.affogato.engine.error;

/** The named document or DocType is not there. */
public class DoesNotExistError extends ValidationError {
    public DoesNotExistError(String message) {
        super(404, message);
    }
}
