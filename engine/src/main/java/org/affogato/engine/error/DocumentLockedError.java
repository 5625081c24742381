package org.affogato.engine.error;

/** The document is locked by a running action. */
public class DocumentLockedError extends ValidationError {
    public DocumentLockedError(String message) {
        super(message);
    }
}
