package org.affogato.engine.error;

/** The deleted document was restored before. */
public class DocumentAlreadyRestored extends ValidationError {
    public DocumentAlreadyRestored(String message) {
        super(message);
    }
}
