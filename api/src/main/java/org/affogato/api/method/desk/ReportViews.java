package org.affogato.api.method.desk;

import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.affogato.api.json.Json;
import org.affogato.api.method.client.ListArguments;
import org.affogato.engine.Engine;
import org.affogato.engine.spi.Arguments;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.ListRequest;
import org.affogato.engine.spi.Requires;
import org.affogato.engine.spi.Requires.Access;
import org.affogato.engine.spi.Whitelisted;
import org.affogato.engine.spi.WhitelistedMethods;
import org.jspecify.annotations.Nullable;

/** Lists as the desk's views ask for them. Frappe: {@code frappe.desk.reportview}. */
@Singleton
public class ReportViews implements WhitelistedMethods {
    private final Provider<Engine> engine;

    public ReportViews(Provider<Engine> engine) {
        this.engine = engine;
    }

    @Whitelisted("frappe.desk.reportview.get_list")
    @Requires(access = Access.ANY_USER)
    public List<Map<String, @Nullable Object>> list(Context context, Arguments arguments) {
        List<Map<String, @Nullable Object>> rows = context.documents().list(request(arguments));
        if (isOn(arguments.get("with_comment_count"))) {
            rows.forEach(ReportViews::countComments);
        }
        return rows;
    }

    private static boolean isOn(@Nullable Object flag) {
        return flag != null
                && List.of("1", "true", "yes", "on").contains(flag.toString().toLowerCase(Locale.ROOT));
    }

    private static void countComments(Map<String, @Nullable Object> row) {
        Object name = row.get("name");
        if (name == null || name.equals("")) {
            return;
        }
        Object comments = Json.readIfJson(row.get("_comments"));
        row.put("_comment_count", comments instanceof List<?> list ? list.size() : 0);
    }

    /** Keys and rows of values apart; a bare empty list where nothing is found. */
    @Whitelisted("frappe.desk.reportview.get")
    @Requires(access = Access.ANY_USER)
    public Object get(Context context, Arguments arguments) {
        List<Map<String, @Nullable Object>> rows = list(context, arguments);
        if (rows.isEmpty()) {
            return rows;
        }
        Map<String, Object> compressed = new LinkedHashMap<>();
        compressed.put("keys", List.copyOf(rows.getFirst().keySet()));
        compressed.put(
                "values",
                rows.stream().map(row -> new ArrayList<>(row.values())).toList());
        compressed.put("user_info", Collections.emptyMap());
        return compressed;
    }

    @Whitelisted("frappe.desk.reportview.get_count")
    @Requires(access = Access.ANY_USER)
    public long count(Context context, Arguments arguments) {
        ListRequest request = request(arguments).distinct("true".equals(String.valueOf(arguments.get("distinct"))));
        return engine.get().lists().countListed(context, request);
    }

    /** Without an order these lists have the DocType's own. */
    private static ListRequest request(Arguments arguments) {
        Object distinct = arguments.get("distinct");
        boolean each = distinct != null && !distinct.equals("") && !distinct.equals(false) && !distinct.equals(0L);
        ListRequest request =
                new ListArguments(arguments.values()).deskRequest().distinct(each);
        return request.orderBy() == null ? request.orderedBy("KEEP_DEFAULT_ORDERING") : request;
    }
}
