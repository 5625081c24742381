package org.affogato.engine.error;

/** The site takes no writes now. */
public class InReadOnlyMode extends ValidationError {
    public InReadOnlyMode(String message) {
        super(message);
    }
}
