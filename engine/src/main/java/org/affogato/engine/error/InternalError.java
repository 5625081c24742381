package org.affogato.engine.error;

/** Something broke inside; details are in the log, never in the answer. */
public class InternalError extends EngineException {
    public InternalError(String message) {
        super(500, message);
    }

    protected InternalError(String message, Throwable cause) {
        super(500, message, cause);
    }
}
