package org.affogato.api.permission;

import com.fasterxml.jackson.databind.JsonNode;

/** What came back. */
record Reply(int status, String text, JsonNode json) {
    Verdict verdict() {
        return Verdict.of(status);
    }

    @Override
    public String toString() {
        return status + " " + text.substring(0, Math.min(400, text.length()));
    }
}
