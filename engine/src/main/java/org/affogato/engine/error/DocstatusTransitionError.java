package org.affogato.engine.error;

/** The document cannot go from its docstatus to the wanted one. */
public class DocstatusTransitionError extends ValidationError {
    public DocstatusTransitionError(String message) {
        super(message);
    }
}
