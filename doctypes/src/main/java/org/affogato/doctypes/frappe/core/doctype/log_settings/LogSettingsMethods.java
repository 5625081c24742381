package org.affogato.doctypes.frappe.core.doctype.log_settings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.affogato.engine.meta.Right;
import org.affogato.engine.spi.Argument;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.ListRequest;
import org.affogato.engine.spi.Requires;
import org.affogato.engine.spi.Requires.Access;
import org.affogato.engine.spi.Whitelisted;
import org.affogato.engine.spi.WhitelistedMethods;
import org.jspecify.annotations.Nullable;

/** {@code frappe.core.doctype.log_settings.log_settings}. */
public final class LogSettingsMethods implements WhitelistedMethods {
    private static final String MODULE = "frappe.core.doctype.log_settings.log_settings.";

    /** What to tell those who may read the errors, where there are new ones. */
    @Whitelisted(MODULE + "has_unseen_error_log")
    @Requires(access = Access.OWN_DATA)
    public @Nullable Map<String, Object> hasUnseenErrors(Context context) {
        if (!context.permissions().has(Right.READ, "Error Log")) {
            return null;
        }
        List<?> unseen = context.database().query("SELECT 1 FROM {Error Log} WHERE seen = 0 LIMIT 1");
        if (unseen.isEmpty()) {
            return null;
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("show_alert", true);
        answer.put("message", "You have unseen <a href=\"/app/List/Error%20Log/List\"> Error Logs </a>");
        return answer;
    }

    /** Rows of a Link field: the logs that can be cleared. */
    @Whitelisted(MODULE + "get_log_doctypes")
    @Requires(right = "read", doctype = "DocType")
    public List<List<String>> getLogDoctypes(
            Context context,
            @Argument(otherwise = "") String txt,
            @Argument(otherwise = "0") long start,
            @Argument(otherwise = "20") long pageLen) {
        List<List<Object>> filters = List.of(
                List.of("istable", "=", 0L), List.of("issingle", "=", 0L), List.of("name", "like", "%" + txt + "%"));
        return context.documents().list(ListRequest.visible("DocType", List.of("name"), filters)).stream()
                .map(row -> String.valueOf(row.get("name")))
                .filter(ClearableLogs::contains)
                .skip(Math.max(start, 0))
                .limit(Math.max(pageLen, 0))
                .map(List::of)
                .toList();
    }
}
