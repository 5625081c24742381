package org.affogato.api.method.desk.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.affogato.api.json.Json;
import org.affogato.api.json.JsonWriter;
import org.affogato.engine.error.ValidationError;
import org.jspecify.annotations.Nullable;

/** The filters of a report as clients send them: an object, a list, or either as JSON text. */
final class ReportFilters {
    private ReportFilters() {}

    /** The filters by name; an empty list, which some clients send, is none. */
    static Map<String, @Nullable Object> of(@Nullable Object given) {
        return switch (read(given)) {
            case null -> new LinkedHashMap<>();
            case List<?> list when list.isEmpty() -> new LinkedHashMap<>();
            case Map<?, ?> map -> new LinkedHashMap<>(Json.object(map));
            default -> throw new ValidationError("The filters of a report are an object");
        };
    }

    static @Nullable Object read(@Nullable Object given) {
        return given instanceof String text ? (text.isBlank() ? null : Json.read(text)) : given;
    }

    /**
     * The text by which Prepared Reports are found again: the same filters are the same letters, in Frappe's tables
     * too. Frappe: {@code process_filters_for_prepared_report}.
     */
    static String text(@Nullable Object given) {
        return JsonWriter.ascii(sorted(read(given)));
    }

    private static @Nullable Object sorted(@Nullable Object value) {
        return switch (value) {
            case Map<?, ?> map -> {
                Map<String, @Nullable Object> byKey = new TreeMap<>();
                map.forEach((key, item) -> byKey.put(String.valueOf(key), sorted(item)));
                yield byKey;
            }
            case List<?> list -> list.stream().map(ReportFilters::sorted).toList();
            case null, default -> value;
        };
    }
}
