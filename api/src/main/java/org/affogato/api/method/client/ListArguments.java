package org.affogato.api.method.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.affogato.api.json.Json;
import org.affogato.engine.error.DataError;
import org.affogato.engine.error.FrappeTypeError;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.ListRequest;
import org.jspecify.annotations.Nullable;

/** A list call's arguments as they came in: JSON values, or their text. Frappe: {@code reportview.validate_args}. */
public final class ListArguments {
    private final Map<String, @Nullable Object> arguments;

    public ListArguments(Map<String, @Nullable Object> arguments) {
        this.arguments = arguments;
    }

    /** The call as {@code frappe.client.get_list} understands it, restricted to what the caller may see. */
    public ListRequest request() {
        return request(
                number("limit_start"), arguments.containsKey("limit_page_length") ? number("limit_page_length") : 20);
    }

    /** The call as the desk's views make it: with names of paging that win over the others, without a limit by default. */
    public ListRequest deskRequest() {
        long start = isGiven("start") ? number("start") : number("limit_start");
        long limit = isGiven("page_length") ? number("page_length") : number("limit_page_length");
        return request(start, isGiven("limit") ? number("limit") : limit);
    }

    private ListRequest request(long start, long limit) {
        return new ListRequest(
                doctype(),
                fields(),
                filters(arguments.get("filters")),
                filters(arguments.get("or_filters")),
                text("order_by"),
                text("group_by"),
                start,
                limit,
                false,
                text("parent"),
                true);
    }

    /** Filters that may be JSON, or the name of a document: a number is a name here. */
    static @Nullable Object filtersOrName(@Nullable Object given) {
        Object read = Json.readIfJson(given);
        return read instanceof Number number ? number.toString() : read;
    }

    /** The rows: as maps, or as lists of values where {@code as_dict} is off. */
    public Object rows(Context context) {
        List<Map<String, @Nullable Object>> rows = context.documents().list(request());
        return asLists() ? lists(rows) : rows;
    }

    /** Whether rows go out as lists of values. */
    public boolean asLists() {
        return isOff("as_dict");
    }

    static List<List<@Nullable Object>> lists(List<Map<String, @Nullable Object>> rows) {
        List<List<@Nullable Object>> lists = new ArrayList<>(rows.size());
        rows.forEach(row -> lists.add(new ArrayList<>(row.values())));
        return lists;
    }

    private String doctype() {
        String doctype = text("doctype");
        if (doctype == null) {
            throw new FrappeTypeError("The argument doctype is missing");
        }
        return doctype;
    }

    private List<?> fields() {
        Object given = arguments.get("fields");
        return switch ("*".equals(given) ? List.of("*") : json(given)) {
            case null -> List.of();
            case List<?> list -> list;
            case Map<?, ?> map when map.isEmpty() -> List.of();
            default -> throw new ValidationError("The fields of a list must be a list");
        };
    }

    private static @Nullable Object filters(@Nullable Object given) {
        Object filters = json(given);
        return switch (filters) {
            case null -> null;
            case List<?> list -> list;
            case Map<?, ?> map -> map;
            case String text
            when !text.isEmpty() -> throw new DataError("Field not permitted in query: %s".formatted(text));
            default -> throw new ValidationError("Filters must be an object or a list");
        };
    }

    private static @Nullable Object json(@Nullable Object given) {
        return switch (given) {
            case String text when text.isEmpty() -> null;
            case String text -> Json.read(text);
            case null, default -> given;
        };
    }

    private boolean isGiven(String name) {
        Object value = arguments.get(name);
        return value != null && !value.equals("") && !value.equals(0L) && !value.equals("0");
    }

    private boolean isOff(String name) {
        Object value = arguments.get(name);
        String word = value == null ? "yes" : value.toString().toLowerCase(Locale.ROOT);
        return switch (word) {
            case "0", "false", "no", "off", "n", "f" -> true;
            case "1", "true", "yes", "on", "y", "t" -> false;
            default -> throw new FrappeTypeError("The argument %s must be a flag".formatted(name));
        };
    }

    private @Nullable String text(String name) {
        Object value = arguments.get(name);
        if (value instanceof List<?> || value instanceof Map<?, ?>) {
            throw new ValidationError("%s must be text".formatted(name));
        }
        return value == null || value.equals("") ? null : value.toString();
    }

    /** A whole number; 0 for what is none. */
    private long number(String name) {
        Object value = arguments.get(name);
        String text = value == null ? "" : value.toString().strip();
        if (value instanceof Boolean flag) {
            return flag ? 1 : 0;
        }
        return text.matches("[+-]?\\d{1,15}(\\.\\d*)?") ? (long) Double.parseDouble(text) : 0;
    }
}
