package org.affogato.doctypes.ai_assistant.analytics;

/** Says why one event is not taken; the others of its batch are. */
final class RefusedEvent extends Exception {
    private static final long serialVersionUID = 1;

    RefusedEvent(String reason) {
        super(reason, null, false, false);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
