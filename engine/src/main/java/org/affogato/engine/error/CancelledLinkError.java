package org.affogato.engine.error;

/** A link names a cancelled document. */
public class CancelledLinkError extends LinkValidationError {
    public CancelledLinkError(String message) {
        super(message);
    }
}
