package org.affogato.api.error;

import org.affogato.engine.error.EngineException;

/** A condition that the caller put on the call by a header does not hold: 412. */
public class PreconditionFailed extends EngineException {
    public PreconditionFailed(String message) {
        super(412, message);
    }
}
