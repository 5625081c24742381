package org.affogato.api.resource;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.affogato.engine.error.ValidationError;
import org.jspecify.annotations.Nullable;

/** An order in which every row has a place of its own: by a column that is never empty, then by name. */
record CursorOrder(String field, boolean isDescending) {
    private static final Pattern ORDER = Pattern.compile(
            "(?:`?tab[^`]+`?\\.)?`?(name|creation|modified)`?(?:\\s+(asc|desc))?", Pattern.CASE_INSENSITIVE);

    /**
     * @param given as {@code order_by} has it; the newest first for none
     * @throws ValidationError for an order in which rows have no place of their own
     */
    static CursorOrder of(@Nullable String given) {
        if (given == null) {
            return new CursorOrder("creation", true);
        }
        Matcher order = ORDER.matcher(given.strip());
        if (!order.matches()) {
            throw new ValidationError("A cursor goes with an order by name, creation or modified");
        }
        return new CursorOrder(order.group(1).toLowerCase(Locale.ROOT), "desc".equalsIgnoreCase(order.group(2)));
    }

    String text() {
        String direction = isDescending ? " desc" : " asc";
        return field.equals("name") ? "name" + direction : field + direction + ", name" + direction;
    }

    List<String> fields() {
        return field.equals("name") ? List.of("name") : List.of("name", field);
    }
}
