package org.affogato.engine.error;

/** The path exists, but not for this verb. */
public class MethodNotAllowed extends EngineException {
    public MethodNotAllowed(String message) {
        super(405, message);
    }

    @Override
    public String module() {
        return "werkzeug.exceptions";
    }
}
