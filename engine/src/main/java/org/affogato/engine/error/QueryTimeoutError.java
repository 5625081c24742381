package org.affogato.engine.error;

/** A statement ran longer than it may. */
public class QueryTimeoutError extends EngineException {
    public QueryTimeoutError(String message) {
        super(508, message);
    }
}
