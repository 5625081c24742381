package org.affogato.engine.error;

/** The credentials authenticate nobody. */
public class AuthenticationError extends EngineException {
    public AuthenticationError(String message) {
        super(401, message);
    }
}
