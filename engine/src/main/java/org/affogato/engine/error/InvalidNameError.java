package org.affogato.engine.error;

/** Not a name of a person or a document. */
public class InvalidNameError extends ValidationError {
    public InvalidNameError(String message) {
        super(message);
    }
}
