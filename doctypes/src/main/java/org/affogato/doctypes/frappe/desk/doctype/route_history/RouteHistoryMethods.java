package org.affogato.doctypes.frappe.desk.doctype.route_history;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.Documents;
import org.affogato.engine.spi.ListRequest;
import org.affogato.engine.spi.Requires;
import org.affogato.engine.spi.Requires.Access;
import org.affogato.engine.spi.Whitelisted;
import org.affogato.engine.spi.WhitelistedMethods;
import org.jspecify.annotations.Nullable;

/** The pages of the desk that a user goes to, each user's own. Frappe: {@code route_history}. */
public final class RouteHistoryMethods implements WhitelistedMethods {
    private static final String MODULE = "frappe.desk.doctype.route_history.route_history.";
    /** A browser sends what it gathered in a few minutes. */
    private static final int MOST_AT_ONCE = 500;

    @Whitelisted(MODULE + "deferred_insert")
    @Requires(access = Access.OWN_DATA)
    public void insert(Context context, List<?> routes) {
        Documents documents =
                context.with(context.flags().ignoringPermissions()).documents();
        for (Object entry : routes.stream().limit(MOST_AT_ONCE).toList()) {
            if (entry instanceof Map<?, ?> route && route.get("route") instanceof String path) {
                Map<String, @Nullable Object> values = new LinkedHashMap<>();
                values.put("user", context.user());
                values.put("route", path);
                documents.insert(documents.create("Route History", values));
            }
        }
    }

    /** The five that the caller went to most often. */
    @Whitelisted(MODULE + "frequently_visited_links")
    @Requires(access = Access.OWN_DATA)
    public List<Map<String, @Nullable Object>> frequentlyVisited(Context context) {
        return context.documents()
                .list(ListRequest.all(
                                "Route History",
                                List.of("route", "count(name) as count"),
                                Map.of("user", context.user()))
                        .groupedBy("route")
                        .orderedBy("count desc")
                        .limited(5));
    }
}
