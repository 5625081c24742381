package org.affogato.engine.error;

/** No route matches the path; the reference's web library has this name for it. */
public class NotFound extends EngineException {
    public NotFound(String message) {
        super(404, message);
    }

    @Override
    public String module() {
        return "werkzeug.exceptions";
    }
}
