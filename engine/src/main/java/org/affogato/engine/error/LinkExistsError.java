package org.affogato.engine.error;

/** The document cannot go: others link to it. */
public class LinkExistsError extends ValidationError {
    public LinkExistsError(String message) {
        super(message);
    }
}
