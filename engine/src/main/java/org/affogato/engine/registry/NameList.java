package org.affogato.engine.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A list of names as a definition holds it: a list in a file, JSON text in a Property Setter. */
final class NameList {
    private static final ObjectMapper JSON = new ObjectMapper();

    private NameList() {}

    /** The names; none where the value is neither. */
    static List<String> parse(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(String::valueOf).toList();
        }
        if (value == null || value.toString().isBlank()) {
            return List.of();
        }
        try {
            return List.of(JSON.readValue(value.toString(), String[].class));
        } catch (JsonProcessingException malformed) {
            return List.of();
        }
    }
}
