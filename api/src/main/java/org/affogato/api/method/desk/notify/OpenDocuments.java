package org.affogato.api.method.desk.notify;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.affogato.engine.spi.ListRequest;
import org.jspecify.annotations.Nullable;

/** Which documents of a DocType are open, for those that wait for somebody. Frappe: {@code core/notifications.py}. */
final class OpenDocuments {
    private static final Map<String, Map<String, Object>> FILTERS = new LinkedHashMap<>();

    static {
        FILTERS.put("Error Log", Map.of("seen", 0));
        FILTERS.put("Communication", communications());
        FILTERS.put("Workflow Action", Map.of("status", "Open"));
    }

    private OpenDocuments() {}

    private static Map<String, Object> communications() {
        Map<String, Object> filters = new LinkedHashMap<>();
        filters.put("status", "Open");
        filters.put("communication_type", "Communication");
        return filters;
    }

    /** The filter of open documents; empty for a DocType that has none. */
    static Map<String, Object> filters(String doctype) {
        return new LinkedHashMap<>(FILTERS.getOrDefault(doctype, Map.of()));
    }

    /** How clients are told what is open: filters, or the name of the method that counts. */
    static Map<String, Object> conditions() {
        Map<String, Object> conditions = new LinkedHashMap<>(FILTERS);
        conditions.put("ToDo", "frappe.core.notifications.get_things_todo");
        conditions.put("Event", "frappe.core.notifications.get_todays_events");
        return conditions;
    }

    /** What a user's desk counts, each as that user may see it. */
    static Map<String, ListRequest> counted(String user, String today) {
        Map<String, ListRequest> counted = new LinkedHashMap<>();
        FILTERS.forEach((doctype, filters) -> counted.put(doctype, request(doctype, filters, null)));
        List<?> mine = List.of(List.of("ToDo", "allocated_to", "=", user), List.of("ToDo", "assigned_by", "=", user));
        counted.put("ToDo", request("ToDo", List.of(List.of("ToDo", "status", "=", "Open")), mine));
        counted.put("Event", request("Event", events(today), null));
        return counted;
    }

    private static List<?> events(String today) {
        return List.of(
                List.of("Event", "status", "=", "Open"),
                List.of("Event", "starts_on", "between", List.of(today, today)));
    }

    private static ListRequest request(String doctype, Object filters, @Nullable Object any) {
        return new ListRequest(doctype, List.of("name"), filters, any, null, null, 0, 0, false, null, true);
    }
}
