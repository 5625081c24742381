package org.affogato.api.method.desk.list;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.affogato.api.json.Json;
import org.affogato.engine.error.ValidationError;
import org.jspecify.annotations.Nullable;

/** A caller's filters as a list of conditions, which others can be added to. */
public final class FilterList {
    private FilterList() {}

    /**
     * @param filters a list of conditions, an object of fields and values, the JSON text of either, or nothing
     */
    public static List<Object> of(@Nullable Object filters) {
        Object read = filters instanceof String text && !text.isBlank() ? Json.read(text) : filters;
        return switch (read) {
            case null -> new ArrayList<>();
            case String nothing when nothing.isBlank() -> new ArrayList<>();
            case List<?> list -> new ArrayList<>(list);
            case Map<?, ?> map -> conditions(map);
            default -> throw new ValidationError("Filters must be an object or a list");
        };
    }

    private static List<Object> conditions(Map<?, ?> map) {
        List<Object> conditions = new ArrayList<>();
        map.forEach((field, value) -> conditions.add(
                value instanceof List<?> pair && pair.size() == 2
                        ? Arrays.asList(field, pair.get(0), pair.get(1))
                        : Arrays.asList(field, "=", value)));
        return conditions;
    }
}
