package org.affogato.engine.error;

/** The name is taken or cannot be used. */
public class NameError extends EngineException {
    public NameError(String message) {
        super(409, message);
    }
}
