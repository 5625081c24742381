package org.affogato.doctypes.frappe.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.affogato.engine.error.ValidationError;
import org.jspecify.annotations.Nullable;

/** Filters as charts and cards keep them and as their callers send them: a list or an object, or its JSON text. */
public final class FilterList {
    private static final ObjectMapper JSON = new ObjectMapper();

    private FilterList() {}

    /** The conditions in a list of their own, so that more may be added; none for nothing. */
    public static List<Object> of(@Nullable Object given) {
        Object filters = given instanceof String text && !text.isBlank() ? read(text) : given;
        return switch (filters) {
            case null -> new ArrayList<>();
            case String nothing -> new ArrayList<>();
            case List<?> list -> new ArrayList<>(list);
            case Map<?, ?> map -> new ArrayList<>(map.isEmpty() ? List.of() : List.of(map));
            default -> throw new ValidationError("Filters must be a list or an object");
        };
    }

    private static @Nullable Object read(String text) {
        try {
            return JSON.readValue(text, Object.class);
        } catch (JsonProcessingException noJson) {
            throw new ValidationError("Filters must be JSON");
        }
    }
}
