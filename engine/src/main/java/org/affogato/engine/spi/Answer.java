package org.affogato.engine.spi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an answer carries beside the return value: messages for the user, keys beside {@code message}, headers, another status.
 * Frappe: {@code frappe.local.response} and {@code message_log}.
 */
public final class Answer {
    private final Map<String, @Nullable Object> keys = new LinkedHashMap<>();
    private final List<Message> messages = new ArrayList<>();
    private final Map<String, String> headers = new LinkedHashMap<>();
    private int status = 200;
    private boolean tagged;
    private @Nullable String signsIn;

    /** Puts a key beside {@code message}. */
    public void set(String key, @Nullable Object value) {
        keys.put(key, value);
    }

    public Map<String, @Nullable Object> keys() {
        return keys;
    }

    /** Sends a header along. */
    public void header(String name, String value) {
        headers.put(name, value);
    }

    public Map<String, String> headers() {
        return headers;
    }

    /** Lets callers keep what goes out, and ask by its {@code ETag} whether it is still so. */
    public void tag() {
        this.tagged = true;
    }

    public boolean isTagged() {
        return tagged;
    }

    public void status(int code) {
        this.status = code;
    }

    public int status() {
        return status;
    }

    /** Signs the caller in as this user, with a new session. Frappe: {@code login_manager.login_as}. */
    public void signIn(String user) {
        this.signsIn = user;
    }

    /** Who the caller is to be signed in as; null for no change. */
    public @Nullable String signsIn() {
        return signsIn;
    }

    /** Shows a message to the user. Frappe: {@code msgprint}. */
    public void message(Message message) {
        messages.add(message);
    }

    public List<Message> messages() {
        return messages;
    }

    /**
     * One entry of {@code _server_messages}.
     *
     * @param attributes title, indicator, alert, raise_exception, … as they go out
     */
    public record Message(String text, Map<String, Object> attributes) {}
}
