package org.affogato.engine.error;

/** A link names a document that does not exist. */
public class LinkValidationError extends ValidationError {
    public LinkValidationError(String message) {
        super(message);
    }
}
