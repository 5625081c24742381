package org.affogato.engine.error;

/** Two transactions stood in each other's way; the request may be sent again. */
public class QueryDeadlockError extends EngineException {
    public QueryDeadlockError(String message) {
        super(508, message);
    }
}
