package org.affogato.api.error;

import org.affogato.engine.error.EngineException;

/** An {@code Idempotency-Key} came with another request than before: 422. */
public class IdempotencyKeyReused extends EngineException {
    public IdempotencyKeyReused(String message) {
        super(422, message);
    }
}
