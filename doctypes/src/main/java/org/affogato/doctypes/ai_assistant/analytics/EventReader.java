package org.affogato.doctypes.ai_assistant.analytics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDateTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.affogato.engine.meta.DocField;
import org.affogato.engine.meta.Meta;
import org.affogato.engine.spi.Context;
import org.jspecify.annotations.Nullable;

/**
 * Turns what a client sent into events that can be stored. Takes the keys of the seed and those of older clients
 * ({@code event_action}, {@code event_label}, {@code event_value}).
 */
final class EventReader {
    static final String DOCTYPE = "Analytics Event";

    private final LocalDateTime now;
    private final EventTime times;
    private final Set<String> types;
    private final Set<String> categories;
    private final KnownUsers users;

    EventReader(Context context, KnownUsers users) {
        Meta meta = context.meta(DOCTYPE);
        this.now = context.now();
        this.times = new EventTime(context.timeZone());
        this.types = options(meta, "event_type");
        this.categories = options(meta, "event_category");
        this.users = users;
    }

    private static Set<String> options(Meta meta, String fieldname) {
        DocField field = meta.field(fieldname);
        String options = field == null || field.options() == null ? "" : field.options();
        Set<String> choices = new LinkedHashSet<>(List.of(options.split("\n")));
        choices.remove("");
        return choices;
    }

    TrackedEvent read(@Nullable Object sent) throws RefusedEvent {
        if (!(sent instanceof Map<?, ?> map)) {
            throw new RefusedEvent("The event is no JSON object");
        }
        EventValues values = new EventValues(map);
        String type = choice("event_type", values.required("event_type"), types);
        JsonNode data = data(values, type);
        return new TrackedEvent(
                id(values.text("event_id")),
                users.of(values.text("user")),
                type,
                category(values.text("event_category"), type),
                name(values),
                EventValues.stored("event_data", data),
                time(values.text("timestamp")),
                values.text("session_id"),
                values.text("workspace_id"),
                values.count("duration_ms"),
                EventValues.stored("metadata", values.json("metadata")));
    }

    private static String choice(String key, String value, Set<String> choices) throws RefusedEvent {
        if (!choices.contains(value)) {
            throw new RefusedEvent("%s \"%s\" is none of %s".formatted(key, value, String.join(", ", choices)));
        }
        return value;
    }

    private static String id(@Nullable String given) throws RefusedEvent {
        if (given == null) {
            return UUID.randomUUID().toString();
        }
        if (given.chars().anyMatch(letter -> letter == '<' || letter == '>' || letter < ' ')) {
            throw new RefusedEvent("event_id has characters that a name cannot have");
        }
        return given;
    }

    private static String name(EventValues values) throws RefusedEvent {
        String action = values.text("event_action");
        String name = values.text("event_name");
        return name == null && action != null ? action : values.required("event_name");
    }

    private String category(@Nullable String given, String type) throws RefusedEvent {
        if (given != null) {
            return choice("event_category", given, categories);
        }
        if (type.equals("ai_request")) {
            return "ai";
        }
        return type.startsWith("file_") ? "code" : "productivity";
    }

    private static @Nullable JsonNode data(EventValues values, String type) throws RefusedEvent {
        JsonNode data = values.json("event_data");
        if (data != null && type.equals("file_edit")) {
            EventValues.checkLines(data);
        }
        return data == null ? labelled(values) : data;
    }

    private static @Nullable JsonNode labelled(EventValues values) throws RefusedEvent {
        String label = values.text("event_label");
        String value = values.text("event_value");
        if (label == null && value == null) {
            return null;
        }
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        data.put("label", label);
        data.put("value", value);
        return data;
    }

    private LocalDateTime time(@Nullable String given) throws RefusedEvent {
        return given == null ? now : times.of(given);
    }
}
