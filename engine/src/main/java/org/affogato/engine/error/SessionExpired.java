package org.affogato.engine.error;

/** The session is over; the caller has to log in again. */
public class SessionExpired extends EngineException {
    public SessionExpired(String message) {
        super(401, message);
    }
}
