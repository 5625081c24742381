package org.affogato.doctypes.ai_assistant.analytics;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the keys of one event as a client sent it, each by the rule of its column. */
final class EventValues {
    /** As much as a Data column holds. */
    private static final int LONGEST_TEXT = 140;

    private static final int LONGEST_JSON = 65_536;

    /** MariaDB takes JSON that is nested less than 32 deep. */
    private static final int DEEPEST_JSON = 30;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<?, ?> values;

    EventValues(Map<?, ?> values) {
        this.values = values;
    }

    /** The text of a key, stripped; null where it is absent or empty. */
    @Nullable
    String text(String key) throws RefusedEvent {
        Object value = values.get(key);
        if (value == null) {
            return null;
        }
        if (value instanceof Map || value instanceof Iterable) {
            throw new RefusedEvent(key + " is no text");
        }
        String text = value.toString().strip();
        if (text.codePointCount(0, text.length()) > LONGEST_TEXT) {
            throw new RefusedEvent("%s is longer than %d characters".formatted(key, LONGEST_TEXT));
        }
        return text.isEmpty() ? null : text;
    }

    String required(String key) throws RefusedEvent {
        String text = text(key);
        if (text == null) {
            throw new RefusedEvent(key + " is missing");
        }
        return text;
    }

    /** A whole number from 0 up to what an Int column holds; null where it is absent. */
    @Nullable
    Long count(String key) throws RefusedEvent {
        Object value = values.get(key);
        if (value == null || value.toString().isBlank()) {
            return null;
        }
        return count(key, value.toString().strip());
    }

    private static long count(String key, String text) throws RefusedEvent {
        if (!text.matches("\\d{1,10}(\\.0+)?")) {
            throw new RefusedEvent(key + " is no whole number of 0 or more");
        }
        long number = Long.parseLong(text.replaceFirst("\\..*", ""));
        if (number > Integer.MAX_VALUE) {
            throw new RefusedEvent(key + " is too large");
        }
        return number;
    }

    /** A JSON value, given as such or as text that holds one; null where it is absent. */
    @Nullable
    JsonNode json(String key) throws RefusedEvent {
        Object value = values.get(key);
        if (value == null || value instanceof String text && text.isBlank()) {
            return null;
        }
        JsonNode node = value instanceof String text ? parsed(key, text) : JSON.valueToTree(value);
        if (depth(node) > DEEPEST_JSON) {
            throw new RefusedEvent(key + " is nested too deeply");
        }
        return node;
    }

    private static JsonNode parsed(String key, String text) throws RefusedEvent {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException error) {
            throw new RefusedEvent(key + " is no JSON");
        }
    }

    private static int depth(JsonNode node) {
        int deepest = 0;
        for (JsonNode child : node) {
            deepest = Math.max(deepest, depth(child));
        }
        return deepest + 1;
    }

    /** What is stored of a JSON value. */
    static @Nullable String stored(String key, @Nullable JsonNode node) throws RefusedEvent {
        if (node == null || node.isNull()) {
            return null;
        }
        String text = node.toString();
        if (text.length() > LONGEST_JSON) {
            throw new RefusedEvent("%s is longer than %d characters".formatted(key, LONGEST_JSON));
        }
        return text;
    }

    /** Refuses lines that cannot be summed up. */
    static void checkLines(JsonNode data) throws RefusedEvent {
        for (String key : new String[] {"lines_added", "lines_deleted"}) {
            JsonNode lines = data.get(key);
            if (lines != null && !lines.isNull()) {
                count("event_data." + key, lines.asText("").strip());
            }
        }
    }
}
