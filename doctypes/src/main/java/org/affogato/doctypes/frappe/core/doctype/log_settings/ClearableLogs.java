package org.affogato.doctypes.frappe.core.doctype.log_settings;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The logs whose old entries may be cleared. */
final class ClearableLogs {
    /** Those that are cleared unless a site says otherwise, with the days that they are kept. */
    static final Map<String, Integer> DAYS = new LinkedHashMap<>();

    private static final Set<String> MORE =
            Set.of("Access Log", "Deleted Document", "View Log", "Notification Log", "Web Page View");

    static {
        DAYS.put("Error Log", 30);
        DAYS.put("Activity Log", 90);
        DAYS.put("Email Queue", 30);
        DAYS.put("Scheduled Job Log", 90);
        DAYS.put("Route History", 90);
        DAYS.put("Submission Queue", 30);
        DAYS.put("Prepared Report", 30);
        DAYS.put("Webhook Request Log", 30);
        DAYS.put("Integration Request", 90);
        DAYS.put("Unhandled Email", 30);
        DAYS.put("Reminder", 30);
    }

    private ClearableLogs() {}

    static boolean contains(String doctype) {
        return DAYS.containsKey(doctype) || MORE.contains(doctype);
    }
}
