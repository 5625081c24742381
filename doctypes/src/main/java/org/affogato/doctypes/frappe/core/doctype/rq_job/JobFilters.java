package org.affogato.doctypes.frappe.core.doctype.rq_job;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.affogato.engine.error.ValidationError;
import org.jspecify.annotations.Nullable;

/** The filters of a list call, on rows in memory: comparisons of texts, as jobs need them. */
record JobFilters(List<Predicate<Map<String, @Nullable Object>>> all) {
    /** Reads a map of fields and values or conditions, or a list of conditions with or without their DocType. */
    static JobFilters of(@Nullable Object filters) {
        List<Predicate<Map<String, @Nullable Object>>> all = new ArrayList<>();
        switch (filters) {
            case Map<?, ?> map -> map.forEach((field, value) -> all.add(ofPair(String.valueOf(field), value)));
            case List<?> list -> list.forEach(condition -> all.add(ofList(condition)));
            case String name when !name.isEmpty() -> all.add(compared("name", "=", name));
            case null, default -> {}
        }
        return new JobFilters(all);
    }

    boolean match(Map<String, @Nullable Object> job) {
        return all.stream().allMatch(filter -> filter.test(job));
    }

    private static Predicate<Map<String, @Nullable Object>> ofPair(String field, @Nullable Object value) {
        return value instanceof List<?> condition && condition.size() == 2
                ? compared(field, String.valueOf(condition.getFirst()), condition.getLast())
                : compared(field, "=", value);
    }

    private static Predicate<Map<String, @Nullable Object>> ofList(@Nullable Object condition) {
        if (!(condition instanceof List<?> parts) || parts.size() < 3) {
            throw new ValidationError("A filter of jobs has a field, an operator and a value");
        }
        int field = parts.size() == 3 ? 0 : 1;
        return compared(String.valueOf(parts.get(field)), String.valueOf(parts.get(field + 1)), parts.get(field + 2));
    }

    private static Predicate<Map<String, @Nullable Object>> compared(
            String field, String operator, @Nullable Object value) {
        return switch (operator.toLowerCase(Locale.ROOT)) {
            case "=" -> job -> text(job.get(field)).equals(text(value));
            case "!=" -> job -> !text(job.get(field)).equals(text(value));
            case "in" -> job -> texts(value).contains(text(job.get(field)));
            case "not in" -> job -> !texts(value).contains(text(job.get(field)));
            case "like" -> job -> text(job.get(field)).contains(text(value).replace("%", ""));
            default -> throw new ValidationError("Jobs cannot be filtered by %s".formatted(operator));
        };
    }

    private static List<String> texts(@Nullable Object value) {
        return value instanceof List<?> list
                ? list.stream().map(JobFilters::text).toList()
                : List.of(text(value).split(",\\s*"));
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
