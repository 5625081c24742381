package org.affogato.engine.error;

/** The caller is over a rate limit. */
public class TooManyRequestsError extends EngineException {
    public TooManyRequestsError(String message) {
        super(429, message);
    }
}
