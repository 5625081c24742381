package org.affogato.doctypes.frappe.contacts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the searches for people and places have in common. */
public final class Found {
    /** The place of a text in one that does not hold it. */
    private static final int NOWHERE = 99_999;

    private Found() {}

    /** The filters of a search: {@code link_doctype} and {@code link_name} name the document, the rest are fields. */
    public static List<Object> filters(Map<String, @Nullable Object> given) {
        List<Object> filters = DynamicLinks.filters(text(given, "link_doctype"), text(given, "link_name"));
        given.forEach((field, value) -> {
            if (!field.startsWith("link_")) {
                filters.add(Arrays.asList(field, "=", value));
            }
        });
        return filters;
    }

    public static String text(Map<String, @Nullable Object> row, String field) {
        Object value = row.get(field);
        return value == null ? "" : value.toString();
    }

    /** Where the typed text begins. */
    public static int at(String typed, @Nullable Object value) {
        int at = value == null ? -1 : value.toString().toLowerCase(Locale.ROOT).indexOf(typed.toLowerCase(Locale.ROOT));
        return at < 0 ? NOWHERE : at;
    }

    public static int mostUsedFirst(Map<String, @Nullable Object> one, Map<String, @Nullable Object> other) {
        return Long.compare(uses(other), uses(one));
    }

    private static long uses(Map<String, @Nullable Object> row) {
        return row.get("idx") instanceof Number number ? number.longValue() : 0;
    }

    public static List<List<@Nullable Object>> page(
            List<Map<String, @Nullable Object>> rows,
            long start,
            long length,
            Function<Map<String, @Nullable Object>, List<@Nullable Object>> shown) {
        List<List<@Nullable Object>> page = new ArrayList<>();
        rows.stream().skip(Math.max(start, 0)).limit(Math.max(length, 0)).forEach(row -> page.add(shown.apply(row)));
        return page;
    }
}
