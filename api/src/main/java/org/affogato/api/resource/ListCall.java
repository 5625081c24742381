package org.affogato.api.resource;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.affogato.api.json.Json;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.ListRequest;
import org.jspecify.annotations.Nullable;

/** A list call's parameters as they stand in a query. */
final class ListCall {
    private ListCall() {}

    static Object rows(Context context, Map<String, @Nullable Object> arguments) {
        ListRequest request = new ListRequest(
                String.valueOf(arguments.get("doctype")),
                fields(arguments.get("fields")),
                Json.readIfJson(arguments.get("filters")),
                Json.readIfJson(arguments.get("or_filters")),
                text(arguments.get("order_by")),
                text(arguments.get("group_by")),
                number(arguments.get("limit_start")),
                number(arguments.get("limit_page_length")),
                false,
                text(arguments.get("parent")),
                true);
        List<Map<String, @Nullable Object>> rows = context.documents().list(request);
        Object asDict = arguments.get("as_dict");
        boolean lists = asDict != null && List.of("0", "false", "False").contains(asDict.toString());
        return lists ? rows.stream().map(row -> new ArrayList<>(row.values())).toList() : rows;
    }

    private static List<?> fields(@Nullable Object fields) {
        Object read = Json.readIfJson(fields);
        if (read instanceof List<?> list) {
            return list;
        }
        return read == null || read.equals("") ? List.of() : List.of(read);
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null || value.equals("") ? null : value.toString();
    }

    private static long number(@Nullable Object value) {
        String text = value == null ? "" : value.toString().strip();
        return text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
    }
}
