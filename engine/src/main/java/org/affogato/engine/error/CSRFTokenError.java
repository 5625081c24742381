package org.affogato.engine.error;

/** A write by a browser session came without that session's token. */
public class CSRFTokenError extends EngineException {
    public CSRFTokenError(String message) {
        super(400, message);
    }

    /** The reference tells no more of it than the class. */
    @Override
    public String module() {
        return "";
    }
}
