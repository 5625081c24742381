package org.affogato.api.method.desk.list;

import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.affogato.api.json.Json;
import org.affogato.api.method.desk.form.UserInfo;
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
public class ListViews implements WhitelistedMethods {
    private final Provider<Engine> engine;

    public ListViews(Provider<Engine> engine) {
        this.engine = engine;
    }

    @Whitelisted("frappe.desk.reportview.get_list")
    @Requires(access = Access.ANY_USER)
    public List<Map<String, @Nullable Object>> list(Context context, Arguments arguments) {
        return rows(context, new ViewCall(arguments));
    }

    private static List<Map<String, @Nullable Object>> rows(Context context, ViewCall call) {
        ListRequest request = call.request(context);
        List<Map<String, @Nullable Object>> rows = context.documents().list(request);
        if (call.isOn("with_comment_count")) {
            rows.forEach(ListViews::countComments);
        }
        call.leaveSettings(context, request);
        return rows;
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
        ViewCall call = new ViewCall(arguments);
        List<Map<String, @Nullable Object>> rows = rows(context, call);
        if (rows.isEmpty()) {
            return rows;
        }
        List<String> keys = List.copyOf(rows.getFirst().keySet());
        List<List<@Nullable Object>> values = new ArrayList<>(rows.size());
        rows.forEach(row -> values.add(new ArrayList<>(row.values())));
        Map<String, Object> compact = new LinkedHashMap<>();
        compact.put("keys", keys);
        compact.put("values", values);
        compact.put("user_info", UserInfo.of(assigned(rows), context));
        return compact;
    }

    private static Set<String> assigned(List<Map<String, @Nullable Object>> rows) {
        Set<String> users = new LinkedHashSet<>();
        for (Map<String, @Nullable Object> row : rows) {
            Object assigned = row.get("_assign");
            if (assigned instanceof String text && !text.isEmpty() && Json.readIfJson(text) instanceof List<?> list) {
                list.forEach(user -> users.add(String.valueOf(user)));
            }
        }
        return users;
    }

    @Whitelisted("frappe.desk.reportview.get_count")
    @Requires(access = Access.ANY_USER)
    public long count(Context context, Arguments arguments) {
        ViewCall call = new ViewCall(arguments);
        ListRequest request =
                call.request(context).distinct(call.text("distinct").equals("true"));
        return engine.get().lists().countListed(context, request);
    }
}
