package org.affogato.engine.error;

/** The document has as many attachments as it may. */
public class AttachmentLimitReached extends ValidationError {
    public AttachmentLimitReached(String message) {
        super(message);
    }
}
