package org.affogato.engine.error;

/** A text is longer than its column. */
public class CharacterLengthExceededError extends ValidationError {
    public CharacterLengthExceededError(String message) {
        super(message);
    }
}
