package org.affogato.engine.error;

/** The input breaks a rule of the DocType or of its controller. */
public class ValidationError extends EngineException {
    public ValidationError(String message) {
        super(417, message);
    }

    protected ValidationError(int status, String message) {
        super(status, message);
    }
}
