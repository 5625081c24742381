package org.affogato.engine.error;

/** The site is in maintenance. */
public class SessionStopped extends EngineException {
    public SessionStopped(String message) {
        super(503, message);
    }
}
