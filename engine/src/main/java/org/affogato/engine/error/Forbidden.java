package org.affogato.engine.error;

/** This address is closed to the caller; the reference's web library has this name for it. */
public class Forbidden extends EngineException {
    public Forbidden(String message) {
        super(403, message);
    }

    @Override
    public String module() {
        return "werkzeug.exceptions";
    }
}
