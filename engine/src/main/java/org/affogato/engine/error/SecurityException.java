package org.affogato.engine.error;

import java.time.Duration;

/** Too many failed logins: no further one is tried for a while. */
public class SecurityException extends EngineException {
    public SecurityException(String message, Duration pause) {
        super(429, message);
        retryAfter(pause);
    }
}
