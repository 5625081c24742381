package org.affogato.doctypes.frappe.core.doctype.user;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.affogato.engine.error.DataError;
import org.affogato.engine.meta.DocField;
import org.affogato.engine.meta.Meta;
import org.affogato.engine.meta.Right;
import org.affogato.engine.spi.Argument;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.ListRequest;
import org.affogato.engine.spi.Requires;
import org.affogato.engine.spi.Whitelisted;
import org.affogato.engine.spi.WhitelistedMethods;
import org.jspecify.annotations.Nullable;

/** Users that a Link field offers: enabled ones with a desk, by name or full name. Frappe: {@code user_query}. */
public final class UserQuery implements WhitelistedMethods {
    public static final String PATH = "frappe.core.doctype.user.user.user_query";

    private static final String FULL_NAME = "full_name";
    private static final String ANY_TYPE = "ignore_user_type";

    /** Pairs of name and full name; those whose name holds the text first. */
    @Whitelisted(PATH)
    @Requires(right = "select", doctype = "User")
    public List<List<@Nullable Object>> search(
            Context context,
            String txt,
            @Argument(otherwise = "name") String searchfield,
            @Argument(otherwise = "0") long start,
            @Argument(otherwise = "10") long pageLen,
            @Nullable Object filters) {
        checkField(context, searchfield);
        String like = "%" + txt + "%";
        ListRequest request = ListRequest.visible("User", List.of("name", FULL_NAME), conditions(context, filters))
                .or(List.of(List.of(searchfield, "like", like), List.of(FULL_NAME, "like", like)))
                .orderedBy("name");
        long from = Math.max(start, 0);
        long rows = pageLen <= 0 ? Long.MAX_VALUE : pageLen;
        if (txt.isEmpty()) {
            return pairs(context.documents().list(request.skipping(from).limited(rows)), "");
        }
        return pairs(context.documents().list(request), txt).stream()
                .skip(from)
                .limit(rows)
                .toList();
    }

    /** A field may be searched by who may see it, lest the search tells what it holds. */
    private static void checkField(Context context, String fieldname) {
        Meta meta = context.meta("User");
        DocField field = meta.field(fieldname);
        boolean searched = fieldname.equals("name") || meta.searchFields().contains(fieldname);
        boolean readable = field != null
                && field.hasColumn()
                && !context.permissions().selectOnly("User")
                && (field.permlevel() == 0
                        || context.permissions().permlevels("User", Right.READ).contains(field.permlevel()));
        if (!searched && !readable) {
            throw new DataError("Invalid Search Field %s".formatted(fieldname));
        }
    }

    private static List<Object> conditions(Context context, @Nullable Object filters) {
        List<Object> conditions = new ArrayList<>();
        conditions.add(List.of("enabled", "=", 1L));
        conditions.add(List.of("name", "not in", List.of(Context.ADMINISTRATOR, Context.GUEST)));
        boolean anyType = false;
        if (filters instanceof Map<?, ?> map) {
            anyType = map.get(ANY_TYPE) instanceof Object flag && !flag.equals(0L) && !flag.equals(false);
            map.forEach((field, value) -> add(conditions, String.valueOf(field), value));
        }
        if (filters instanceof List<?> list) {
            conditions.addAll(list);
        }
        if (!anyType || !isSystemUser(context)) {
            conditions.add(List.of("user_type", "!=", "Website User"));
        }
        return conditions;
    }

    /** {@code !x} means not x. */
    private static void add(List<Object> conditions, String field, @Nullable Object value) {
        if (field.equals(ANY_TYPE)) {
            return;
        }
        switch (value) {
            case List<?> pair
            when pair.size() == 2 -> conditions.add(Arrays.asList(field, pair.getFirst(), pair.getLast()));
            case String text when text.startsWith("!") -> conditions.add(List.of(field, "!=", text.substring(1)));
            case null, default -> conditions.add(Arrays.asList(field, "=", value));
        }
    }

    private static boolean isSystemUser(Context context) {
        return "System User".equals(context.documents().value("User", context.user(), "user_type"));
    }

    private static List<List<@Nullable Object>> pairs(List<Map<String, @Nullable Object>> rows, String txt) {
        String typed = txt.toLowerCase(Locale.ROOT);
        Comparator<Map<String, @Nullable Object>> byName = Comparator.comparing(row -> !holds(row, "name", typed));
        List<Map<String, @Nullable Object>> sorted = new ArrayList<>(rows);
        sorted.sort(byName.thenComparing(row -> !holds(row, FULL_NAME, typed)));
        List<List<@Nullable Object>> pairs = new ArrayList<>();
        for (Map<String, @Nullable Object> row : sorted) {
            Object fullName = row.get(FULL_NAME);
            pairs.add(Arrays.asList(row.get("name"), fullName == null ? "" : fullName));
        }
        return pairs;
    }

    private static boolean holds(Map<String, @Nullable Object> row, String fieldname, String typed) {
        return String.valueOf(row.get(fieldname)).toLowerCase(Locale.ROOT).contains(typed);
    }
}
