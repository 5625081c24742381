package org.affogato.engine.error;

/** Too many failed logins: no further one is tried for a while. */
public class SecurityException extends EngineException {
    public SecurityException(String message) {
        super(429, message);
    }
}
