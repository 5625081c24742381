package org.affogato.engine.error;

/** The caller may not do this. */
public class PermissionError extends EngineException {
    public PermissionError(String message) {
        super(403, message);
    }
}
