package org.affogato.engine.error;

import java.time.Duration;

/** The caller is over a rate limit, or the server has too much to do at once. */
public class TooManyRequestsError extends EngineException {
    public TooManyRequestsError(String message, Duration pause) {
        super(429, message);
        retryAfter(pause);
    }
}
