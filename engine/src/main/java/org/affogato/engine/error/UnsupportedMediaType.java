package org.affogato.engine.error;

/** The body has a content type that is not taken. */
public class UnsupportedMediaType extends EngineException {
    public UnsupportedMediaType(String message) {
        super(415, message);
    }
}
