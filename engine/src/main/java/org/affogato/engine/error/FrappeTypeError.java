package org.affogato.engine.error;

/** An argument has a type that the method does not take. */
public class FrappeTypeError extends EngineException {
    public FrappeTypeError(String message) {
        super(417, message);
        shown(Notice.NONE);
    }
}
