package org.affogato.api.resource;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.affogato.api.method.client.ListArguments;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.ListRequest;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list that starts after a row rather than at a number: rows that come or go in between shift nothing. The
 * header {@code X-Next-Cursor} leads to the next page, the last one lacks it. Frappe has no counterpart.
 */
final class CursorPage {
    private final ListRequest request;
    private final CursorOrder order;
    private final @Nullable Cursor after;
    private final Context context;

    /**
     * @param cursor what the page before gave; empty for the first page
     * @throws ValidationError where the list has what a cursor cannot go along with
     */
    CursorPage(ListArguments list, String cursor, Context context) {
        this.request = list.request();
        this.context = context;
        this.order = CursorOrder.of(request.orderBy());
        this.after = cursor.isEmpty() ? null : Cursor.read(cursor);
        if (request.orFilters() != null || request.groupBy() != null || request.start() > 0 || list.asLists()) {
            throw new ValidationError("A cursor goes without or_filters, group_by, limit_start and lists of values");
        }
    }

    List<Map<String, @Nullable Object>> rows() {
        Set<Object> asked = new LinkedHashSet<>(request.fields().isEmpty() ? List.of("name") : request.fields());
        List<String> added = order.fields().stream()
                .filter(field -> !asked.contains(field) && !asked.contains("*"))
                .toList();
        List<Object> fields = new ArrayList<>(asked);
        fields.addAll(added);
        ListRequest page = request.selecting(fields).orderedBy(order.text());
        List<Map<String, @Nullable Object>> found =
                context.documents().list(limited(after == null ? page : behind(page, after)));
        int size = request.limit() == 0 ? found.size() : (int) Math.min(request.limit(), found.size());
        if (size < found.size()) {
            context.answer()
                    .header(
                            "X-Next-Cursor",
                            Cursor.of(found.get(size - 1), order).text());
        }
        return found.subList(0, size).stream().map(row -> without(row, added)).toList();
    }

    /** One row more tells whether there is a next page. */
    private ListRequest limited(ListRequest page) {
        return request.limit() == 0 ? page : page.limited(request.limit() + 1);
    }

    /** Behind the row in the first field, or as far in that one and behind in the name. */
    private ListRequest behind(ListRequest page, Cursor cursor) {
        String past = order.isDescending() ? "<" : ">";
        List<Object> either = new ArrayList<>();
        either.add(List.of("name", past, cursor.name()));
        if (order.field().equals("name")) {
            return page.or(either);
        }
        either.add(List.of(order.field(), past, cursor.value()));
        return page.filteredBy(also(page.filters(), List.of(order.field(), past + "=", cursor.value())))
                .or(either);
    }

    private static Object also(@Nullable Object filters, List<?> filter) {
        List<Object> all = new ArrayList<>();
        switch (filters) {
            case null -> {}
            case Map<?, ?> map -> map.forEach((field, value) -> all.add(listed(field, value)));
            case List<?> list when !list.isEmpty() && list.getFirst() instanceof String -> all.add(list);
            case List<?> list -> all.addAll(list);
            default -> throw new ValidationError("Filters beside a cursor must be an object or a list");
        }
        all.add(filter);
        return all;
    }

    private static Object listed(Object field, @Nullable Object value) {
        List<@Nullable Object> filter = new ArrayList<>(List.of(field));
        if (value instanceof List<?> pair && pair.size() == 2) {
            filter.addAll(pair);
        } else {
            filter.add("=");
            filter.add(value);
        }
        return filter;
    }

    private static Map<String, @Nullable Object> without(Map<String, @Nullable Object> row, List<String> fields) {
        Map<String, @Nullable Object> kept = new LinkedHashMap<>(row);
        fields.forEach(kept::remove);
        return kept;
    }
}
