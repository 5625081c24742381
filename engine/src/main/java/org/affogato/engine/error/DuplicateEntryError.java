package org.affogato.engine.error;

/** A document of that name exists. */
public class DuplicateEntryError extends NameError {
    public DuplicateEntryError(String message) {
        super(message);
    }
}
