package org.affogato.engine.error;

/** A field that is fixed after submit was changed. */
public class UpdateAfterSubmitError extends ValidationError {
    public UpdateAfterSubmitError(String message) {
        super(message);
    }
}
