package org.affogato.doctypes.frappe.desk.doctype.dashboard;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.affogato.engine.document.Document;
import org.affogato.engine.meta.Right;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.Requires;
import org.affogato.engine.spi.Requires.Access;
import org.affogato.engine.spi.Whitelisted;
import org.affogato.engine.spi.WhitelistedMethods;
import org.jspecify.annotations.Nullable;

/** {@code frappe.desk.doctype.dashboard.dashboard}. */
public final class DashboardMethods implements WhitelistedMethods {
    private static final String MODULE = "frappe.desk.doctype.dashboard.dashboard.";

    /** The rows of a dashboard whose charts the caller may read, with the dashboard's options. */
    @Whitelisted(MODULE + "get_permitted_charts")
    @Requires(access = Access.ANY_USER)
    public List<Map<String, @Nullable Object>> charts(Context context, String dashboardName) {
        Document dashboard = context.documents().get("Dashboard", dashboardName);
        List<Map<String, @Nullable Object>> permitted = new ArrayList<>();
        for (Document row : permitted(dashboard.rows("charts"), "Dashboard Chart", "chart", context)) {
            Map<String, @Nullable Object> chart = new LinkedHashMap<>(row.values());
            chart.put("doctype", row.doctype());
            if (!dashboard.text("chart_options").isEmpty()) {
                chart.put("custom_options", dashboard.get("chart_options"));
            }
            permitted.add(chart);
        }
        return permitted;
    }

    /** The rows of a dashboard whose number cards the caller may read. */
    @Whitelisted(MODULE + "get_permitted_cards")
    @Requires(access = Access.ANY_USER)
    public List<Document> cards(Context context, String dashboardName) {
        Document dashboard = context.documents().get("Dashboard", dashboardName);
        return permitted(dashboard.rows("cards"), "Number Card", "card", context);
    }

    private static List<Document> permitted(List<Document> rows, String doctype, String fieldname, Context context) {
        return rows.stream()
                .filter(row -> mayRead(context.documents().find(doctype, row.text(fieldname)), context))
                .toList();
    }

    private static boolean mayRead(Optional<Document> document, Context context) {
        return document.filter(found -> context.permissions().has(Right.READ, found))
                .isPresent();
    }
}
