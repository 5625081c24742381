package org.affogato.api.method.desk.list;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.affogato.api.json.Json;
import org.affogato.engine.meta.Meta;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.Requires;
import org.affogato.engine.spi.Requires.Access;
import org.affogato.engine.spi.Whitelisted;
import org.affogato.engine.spi.WhitelistedMethods;
import org.jspecify.annotations.Nullable;

/** How often each value stands in columns that a caller names with their types. */
@Singleton
public class FilterDashboard implements WhitelistedMethods {
    private static final Set<String> DATES = Set.of("Date", "Datetime");
    private static final Set<String> NEVER_EMPTY = Set.of("Check", "Select", "Int", "Float", "Currency", "Percent");

    /** Pairs of value and number for each column that is there, with {@code No Data} for texts that are empty. */
    @Whitelisted("frappe.desk.reportview.get_filter_dashboard_data")
    @Requires(access = Access.ANY_USER)
    public Map<String, Object> data(Context context, Object stats, String doctype, @Nullable Object filters) {
        Meta meta = context.meta(doctype);
        List<Object> given = FilterList.of(filters);
        Map<String, Object> answer = new LinkedHashMap<>();
        for (Object stat : Json.list(stats)) {
            Map<String, @Nullable Object> column = Json.object(stat);
            String name = String.valueOf(column.get("name"));
            if (meta.isColumn(name) && !meta.isSingle()) {
                answer.put(name, counted(context, doctype, name, String.valueOf(column.get("type")), given));
            }
        }
        return answer;
    }

    private static List<List<@Nullable Object>> counted(
            Context context, String doctype, String column, String type, List<Object> filters) {
        if (DATES.contains(type)) {
            return List.of();
        }
        List<List<@Nullable Object>> pairs =
                new ArrayList<>(ListStats.pairs(context, doctype, column, filters, List.of(column, "is", "set")));
        if (pairs.isEmpty() || NEVER_EMPTY.contains(type) || column.equals("docstatus")) {
            return pairs;
        }
        long empty = ListStats.pairs(context, doctype, column, filters, List.of(column, "is", "not set")).stream()
                .mapToLong(pair -> pair.getLast() instanceof Long number ? number : 0)
                .sum();
        if (empty > 0) {
            pairs.add(Arrays.asList("No Data", empty));
        }
        return pairs;
    }
}
