package org.affogato.doctypes.frappe.desk.doctype.notification_log;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.affogato.engine.spi.Argument;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.ListRequest;
import org.affogato.engine.spi.Requires;
import org.affogato.engine.spi.Requires.Access;
import org.affogato.engine.spi.Whitelisted;
import org.affogato.engine.spi.WhitelistedMethods;
import org.jspecify.annotations.Nullable;

/** {@code frappe.desk.doctype.notification_log.notification_log}. */
public final class NotificationLogMethods implements WhitelistedMethods {
    private static final String MODULE = "frappe.desk.doctype.notification_log.notification_log.";

    /** The caller's latest notifications and how their senders are called. */
    @Whitelisted(MODULE + "get_notification_logs")
    @Requires(access = Access.OWN_DATA)
    public Map<String, Object> getNotificationLogs(Context context, @Argument(otherwise = "20") long limit) {
        ListRequest request = ListRequest.all("Notification Log", List.of("*"), null)
                .orderedBy("modified desc")
                .limited(Math.max(limit, 0))
                .asCaller();
        List<Map<String, @Nullable Object>> logs = context.documents().list(request);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("notification_logs", logs);
        answer.put("user_info", senders(context, logs));
        return answer;
    }

    private static Map<String, Object> senders(Context context, List<Map<String, @Nullable Object>> logs) {
        LinkedHashSet<Object> names = new LinkedHashSet<>();
        for (Map<String, @Nullable Object> log : logs) {
            Object sender = log.get("from_user");
            if (sender != null && !sender.equals("")) {
                names.add(sender);
            }
        }
        Map<String, Object> infos = new LinkedHashMap<>();
        if (!names.isEmpty()) {
            String marks = String.join(", ", Collections.nCopies(names.size(), "?"));
            context.database()
                    .query(
                            "SELECT COALESCE(NULLIF(full_name, ''), name) AS fullname, user_image AS image, name, email, time_zone"
                                    + " FROM {User} WHERE name IN (" + marks + ")",
                            new ArrayList<>(names).toArray())
                    .forEach(row -> infos.put(String.valueOf(row.get("name")), row));
        }
        return infos;
    }

    /** Marks one of the caller's notifications. */
    @Whitelisted(MODULE + "mark_as_read")
    @Requires(access = Access.OWN_DATA)
    public void markAsRead(Context context, String docname) {
        context.database()
                .execute(
                        "UPDATE {Notification Log} SET `read` = 1 WHERE name = ? AND for_user = ?",
                        docname,
                        context.user());
    }

    /** Marks all of the caller's notifications. */
    @Whitelisted(MODULE + "mark_all_as_read")
    @Requires(access = Access.OWN_DATA)
    public void markAllAsRead(Context context) {
        context.database()
                .execute("UPDATE {Notification Log} SET `read` = 1 WHERE `read` = 0 AND for_user = ?", context.user());
    }

    /** The caller has looked at the bell: its other windows need not point at it any longer. */
    @Whitelisted(MODULE + "trigger_indicator_hide")
    @Requires(access = Access.OWN_DATA)
    public void triggerIndicatorHide() {
        // nothing is kept of it; windows are told where there is a channel to them
    }
}
