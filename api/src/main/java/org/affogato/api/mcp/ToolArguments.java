package org.affogato.api.mcp;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.affogato.api.json.Json;
import org.affogato.engine.error.ValidationError;
import org.jspecify.annotations.Nullable;

/** The arguments of a tool's call, JSON values by name; a missing or mistyped one is the model's to mend. */
record ToolArguments(Map<String, @Nullable Object> values) {
    /**
     * @throws ValidationError where it is missing
     */
    String text(String name) {
        Object value = values.get(name);
        if (value == null || value.equals("")) {
            throw new ValidationError("The argument " + name + " is missing");
        }
        return value.toString();
    }

    String text(String name, String otherwise) {
        Object value = values.get(name);
        return value == null ? otherwise : value.toString();
    }

    /** A whole number between 1 and the most. */
    long number(String name, long otherwise, long most) {
        return values.get(name) instanceof Number number ? Math.clamp(number.longValue(), 1, most) : otherwise;
    }

    @Nullable
    Object any(String name) {
        return values.get(name);
    }

    Map<String, @Nullable Object> object(String name) {
        Object value = values.get(name);
        return value == null ? new LinkedHashMap<>() : new LinkedHashMap<>(Json.object(value));
    }

    List<?> list(String name) {
        Object value = values.get(name);
        return value == null ? List.of() : Json.list(value);
    }
}
