package org.affogato.api.method.desk.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.affogato.engine.fieldtype.Texts;
import org.affogato.engine.meta.Meta;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a search as a Link field shows them: {@code value}, {@code description} and, where titles stand for names,
 * {@code label}. Frappe: {@code build_for_autosuggest}.
 */
final class Suggestions {
    private final boolean titled;

    Suggestions(Meta meta) {
        this.titled = meta.is("show_title_field_in_link");
    }

    /**
     * @param rows maps or lists of values, the name first and the label second where there is one
     */
    List<Map<String, @Nullable Object>> of(@Nullable Object rows) {
        List<Map<String, @Nullable Object>> found = new ArrayList<>();
        if (rows instanceof Iterable<?> all) {
            for (Object row : all) {
                List<@Nullable Object> values = values(row);
                if (!values.isEmpty()) {
                    found.add(suggestion(values));
                }
            }
        }
        return found;
    }

    private static List<@Nullable Object> values(@Nullable Object row) {
        return switch (row) {
            case Map<?, ?> map -> new ArrayList<>(map.values());
            case List<?> list -> new ArrayList<>(list);
            case null, default -> new ArrayList<>();
        };
    }

    private Map<String, @Nullable Object> suggestion(List<@Nullable Object> values) {
        Object name = values.removeFirst();
        Map<String, @Nullable Object> suggestion = new LinkedHashMap<>();
        suggestion.put("value", name);
        if (titled && !values.isEmpty()) {
            Object label = values.removeFirst();
            suggestion.put("label", label);
            dropRepeated(values, label);
            values.addFirst(name);
        }
        suggestion.put("description", description(values));
        return suggestion;
    }

    /** The title stands behind the label once more. */
    private static void dropRepeated(List<@Nullable Object> values, @Nullable Object label) {
        if (!values.isEmpty() && Objects.equals(values.getFirst(), label)) {
            values.removeFirst();
        }
    }

    private static String description(List<? extends @Nullable Object> parts) {
        return parts.stream()
                .filter(part -> part != null && !part.equals("") && !part.equals(0L) && !part.equals(0.0))
                .map(Texts::of)
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
