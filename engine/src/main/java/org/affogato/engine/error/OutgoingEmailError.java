package org.affogato.engine.error;

/** No mail can leave: no mail server is set up. */
public class OutgoingEmailError extends EngineException {
    public OutgoingEmailError(String message) {
        super(501, message);
    }
}
