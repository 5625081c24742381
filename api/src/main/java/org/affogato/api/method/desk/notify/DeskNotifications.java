package org.affogato.api.method.desk.notify;

import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.affogato.api.json.Json;
import org.affogato.api.method.desk.meta.Dashboard;
import org.affogato.engine.Engine;
import org.affogato.engine.document.Document;
import org.affogato.engine.meta.Right;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.ListRequest;
import org.affogato.engine.spi.Requires;
import org.affogato.engine.spi.Requires.Access;
import org.affogato.engine.spi.Whitelisted;
import org.affogato.engine.spi.WhitelistedMethods;
import org.jspecify.annotations.Nullable;

/** {@code frappe.desk.notifications}. */
@Singleton
public class DeskNotifications implements WhitelistedMethods {
    private static final String MODULE = "frappe.desk.notifications.";

    private final Provider<Engine> engine;

    public DeskNotifications(Provider<Engine> engine) {
        this.engine = engine;
    }

    /** How many open documents wait for the caller, by DocType; only those that the caller subscribed to, if any. */
    @Whitelisted(MODULE + "get_notifications")
    @Requires(access = Access.OWN_DATA)
    public Map<String, Object> getNotifications(Context context) {
        Set<String> subscribed = subscribed(context);
        Map<String, Long> counts = new LinkedHashMap<>();
        String today = context.now().toLocalDate().toString();
        OpenDocuments.counted(context.user(), today).forEach((doctype, request) -> {
            boolean wanted = subscribed.isEmpty() || subscribed.contains(doctype);
            if (wanted && context.permissions().has(Right.READ, doctype)) {
                counts.put(doctype, engine.get().lists().countListed(context, request));
            }
        });
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("open_count_doctype", counts);
        answer.put("targets", Map.of());
        return answer;
    }

    /** What {@link #getNotifications} answers, with the filters of what is open and the readable DocTypes by module. */
    @Whitelisted(MODULE + "get_notification_info")
    @Requires(access = Access.OWN_DATA)
    public Map<String, Object> getNotificationInfo(Context context) {
        Set<String> subscribed = subscribed(context);
        Map<String, Object> conditions = new LinkedHashMap<>();
        OpenDocuments.conditions().forEach((doctype, condition) -> {
            if (subscribed.isEmpty() || subscribed.contains(doctype)) {
                conditions.put(doctype, condition);
            }
        });
        Map<String, Object> answer = getNotifications(context);
        answer.put("conditions", conditions);
        answer.put("module_doctypes", moduleDoctypes(context, conditions.keySet()));
        return answer;
    }

    private static Map<String, List<String>> moduleDoctypes(Context context, Set<String> counted) {
        Map<String, List<String>> modules = new LinkedHashMap<>();
        context.database().stream("SELECT name, module FROM {DocType} ORDER BY name", List.of(), row -> {
            String doctype = row.getString(1);
            String module = row.getString(2);
            boolean wanted = counted.contains(doctype) || context.permissions().has(Right.READ, doctype);
            if (wanted && module != null) {
                modules.computeIfAbsent(module, key -> new ArrayList<>()).add(doctype);
            }
        });
        return modules;
    }

    private static Set<String> subscribed(Context context) {
        return new LinkedHashSet<>(context.database()
                .query(
                        "SELECT document FROM {Notification Subscribed Document}"
                                + " WHERE parent = ? AND parenttype = 'Notification Settings'",
                        List.of(context.user()),
                        row -> row.getString(1)));
    }

    /**
     * How many documents of each connection of a form there are, as far as the caller may see them.
     *
     * @param items the DocTypes to count; all connections of the DocType where none are named
     */
    @Whitelisted(MODULE + "get_open_count")
    @Requires(access = Access.ANY_USER)
    public Map<String, Object> getOpenCount(Context context, String doctype, String name, @Nullable Object items) {
        Document document = context.documents().get(doctype, name);
        context.permissions().check(Right.READ, document);
        context.permissions().hideUnreadable(document);
        Dashboard dashboard = new Dashboard(document.meta());
        List<?> counted = items == null || items.equals("") ? dashboard.doctypes() : Json.list(items);
        Connections connections = new Connections(context, document, dashboard);
        counted.forEach(item -> connections.count(String.valueOf(item)));
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("count", connections.asMap());
        return answer;
    }

    /** A connection counts to a hundred. */
    static ListRequest upToHundred(String doctype, Map<String, Object> filters) {
        return ListRequest.all(doctype, List.of("name"), filters)
                .limited(100)
                .distinct(true)
                .asCaller();
    }
}
