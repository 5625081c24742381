package org.affogato.engine.error;

/** A write by a browser session came without that session's token. */
public class CSRFTokenError extends EngineException {
    public CSRFTokenError(String message) {
        super(400, message);
    }
}
