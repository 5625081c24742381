package org.affogato.engine.error;

/** A schema change would have committed pending writes. */
public class ImplicitCommitError extends ValidationError {
    public ImplicitCommitError(String message) {
        super(message);
    }
}
