package org.affogato.api.method.desk.search;

import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.affogato.engine.meta.Right;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.ListRequest;
import org.affogato.engine.spi.Requires;
import org.affogato.engine.spi.Requires.Access;
import org.affogato.engine.spi.Whitelisted;
import org.affogato.engine.spi.WhitelistedMethods;
import org.jspecify.annotations.Nullable;

/** Users and user groups that a comment may mention. Frappe: {@code frappe.desk.search.get_names_for_mentions}. */
@Singleton
public class Mentions implements WhitelistedMethods {
    @Whitelisted("frappe.desk.search.get_names_for_mentions")
    @Requires(access = Access.ANY_USER)
    public List<Map<String, Object>> names(Context context, String searchTerm) {
        List<Map<String, Object>> found = new ArrayList<>();
        users(context).forEach(row -> found.add(entry(context, row, "user-profile")));
        if (context.permissions().has(Right.READ, "User Group")) {
            groups(context).forEach(row -> found.add(group(context, row)));
        }
        String typed = searchTerm.toLowerCase(Locale.ROOT);
        return found.stream()
                .filter(entry -> value(entry).toLowerCase(Locale.ROOT).contains(typed))
                .sorted(Comparator.comparing(Mentions::value))
                .toList();
    }

    private static String value(Map<String, Object> entry) {
        return String.valueOf(entry.get("value"));
    }

    private static List<Map<String, @Nullable Object>> users(Context context) {
        Map<String, Object> filters = new LinkedHashMap<>();
        filters.put("name", List.of("not in", List.of(Context.ADMINISTRATOR, Context.GUEST)));
        filters.put("allowed_in_mentions", 1L);
        filters.put("user_type", "System User");
        filters.put("enabled", 1L);
        List<String> fields = List.of("name as id", "full_name as value");
        return context.documents().list(ListRequest.visible("User", fields, filters));
    }

    private static List<Map<String, @Nullable Object>> groups(Context context) {
        List<String> fields = List.of("name as id", "name as value");
        return context.documents().list(ListRequest.visible("User Group", fields, null));
    }

    private static Map<String, Object> entry(Context context, Map<String, @Nullable Object> row, String page) {
        String id = String.valueOf(row.get("id"));
        Object value = row.get("value");
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("id", id);
        entry.put("value", value == null ? id : value);
        String path = URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
        entry.put("link", context.url("/app/" + page + "/" + path));
        return entry;
    }

    private static Map<String, Object> group(Context context, Map<String, @Nullable Object> row) {
        Map<String, Object> entry = entry(context, row, "user-group");
        entry.put("is_group", true);
        return entry;
    }
}
