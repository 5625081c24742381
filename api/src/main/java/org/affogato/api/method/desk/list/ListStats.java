package org.affogato.api.method.desk.list;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.affogato.api.json.Json;
import org.affogato.engine.meta.Meta;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.ListRequest;
import org.affogato.engine.spi.Requires;
import org.affogato.engine.spi.Requires.Access;
import org.affogato.engine.spi.Whitelisted;
import org.affogato.engine.spi.WhitelistedMethods;
import org.jspecify.annotations.Nullable;

/** How often each value stands in a column, for the sidebar of a list. Frappe: {@code frappe.desk.reportview.get_stats}. */
@Singleton
public class ListStats implements WhitelistedMethods {
    private static final String TAGS = "_user_tags";

    @Whitelisted("frappe.desk.reportview.get_sidebar_stats")
    @Requires(access = Access.ANY_USER)
    public Map<String, Object> sidebarStats(Context context, Object stats, String doctype, @Nullable Object filters) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("stats", stats(context, stats, doctype, filters));
        return answer;
    }

    /** Pairs of value and number for each column that the DocType has. */
    @Whitelisted("frappe.desk.reportview.get_stats")
    @Requires(access = Access.ANY_USER)
    public Map<String, Object> stats(Context context, Object stats, String doctype, @Nullable Object filters) {
        Meta meta = context.meta(doctype);
        List<Object> given = FilterList.of(filters);
        Map<String, Object> found = new LinkedHashMap<>();
        for (Object column : Json.list(stats)) {
            if (meta.isColumn(String.valueOf(column)) && !meta.isSingle()) {
                String name = String.valueOf(column);
                List<List<@Nullable Object>> pairs = pairs(context, doctype, name, given, List.of(name, "!=", ""));
                found.put(name, name.equals(TAGS) ? tags(context, doctype, given, pairs) : pairs);
            }
        }
        return found;
    }

    static List<List<@Nullable Object>> pairs(
            Context context, String doctype, String column, List<Object> filters, List<Object> filter) {
        List<Object> all = new ArrayList<>(filters);
        all.add(filter);
        ListRequest request = ListRequest.visible(doctype, List.of(column, "count(*) as number"), all)
                .groupedBy(column)
                .orderedBy(column);
        List<List<@Nullable Object>> pairs = new ArrayList<>();
        context.documents().list(request).forEach(row -> pairs.add(new ArrayList<>(row.values())));
        return pairs;
    }

    /** A document's tags stand in one column, with commas between: each tag counts for itself. */
    private static List<List<@Nullable Object>> tags(
            Context context, String doctype, List<Object> filters, List<List<@Nullable Object>> columns) {
        Map<String, Long> numbers = new LinkedHashMap<>();
        for (List<@Nullable Object> pair : columns) {
            for (String tag : String.valueOf(pair.getFirst()).split(",")) {
                if (!tag.isEmpty() && pair.getLast() instanceof Long number) {
                    numbers.merge(tag, number, Long::sum);
                }
            }
        }
        List<List<@Nullable Object>> tags = new ArrayList<>();
        numbers.forEach((tag, number) -> tags.add(pair(tag, number)));
        List<List<@Nullable Object>> untagged =
                pairs(context, doctype, TAGS, filters, List.of(TAGS, "in", List.of("", ",")));
        tags.add(pair("No Tags", untagged.isEmpty() ? 0L : untagged.getFirst().getLast()));
        return tags;
    }

    private static List<@Nullable Object> pair(String name, @Nullable Object number) {
        List<@Nullable Object> pair = new ArrayList<>();
        pair.add(name);
        pair.add(number);
        return pair;
    }
}
