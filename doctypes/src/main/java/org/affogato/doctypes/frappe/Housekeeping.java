package org.affogato.doctypes.frappe;

import java.time.Duration;
import java.util.List;
import org.affogato.doctypes.frappe.core.doctype.log_settings.LogCleanUp;
import org.affogato.doctypes.frappe.core.doctype.prepared_report.PreparedReport;
import org.affogato.doctypes.frappe.desk.doctype.event.Event;
import org.affogato.engine.spi.App.ScheduledJob;
import org.affogato.engine.spi.Context;

/** Clears away what time has passed over: sessions, codes and tokens that count no more, old logs, past events, reports
 * that nobody makes any more. */
final class Housekeeping {
    private static final int DEFAULT_EXPIRY_HOURS = 6;
    private static final int KEPT_DAYS = 30;

    static final List<ScheduledJob> JOBS = List.of(
            new ScheduledJob("frappe.sessions.clear_expired_sessions", "15 0 * * *", Housekeeping::clearSessions),
            new ScheduledJob("frappe.oauth.delete_oauth2_data", "*/15 * * * *", Housekeeping::clearTokens),
            new ScheduledJob(
                    "frappe.core.doctype.log_settings.log_settings.run_log_clean_up", "30 0 * * *", LogCleanUp::run),
            new ScheduledJob(
                    "frappe.core.doctype.prepared_report.prepared_report.expire_stalled_report",
                    "30 * * * *",
                    PreparedReport::expire),
            new ScheduledJob("frappe.desk.doctype.event.event.set_status_of_events", "0 0 * * *", Event::closePast));

    private Housekeeping() {}

    private static void clearSessions(Context context) {
        context.database()
                .execute(
                        "DELETE FROM `tabSessions` WHERE `lastupdate` < ?",
                        context.now().minus(expiry(context)));
    }

    private static Duration expiry(Context context) {
        Object set = context.documents().single("System Settings", "session_expiry");
        String[] parts = set == null ? new String[0] : set.toString().split(":");
        if (parts.length < 2 || !parts[0].matches("\\d{1,6}") || !parts[1].matches("\\d{1,2}")) {
            return Duration.ofHours(DEFAULT_EXPIRY_HOURS);
        }
        return Duration.ofHours(Long.parseLong(parts[0])).plusMinutes(Long.parseLong(parts[1]));
    }

    /** Tokens that ran out stay while their refresh token counts, used ones while a second use would show. */
    private static void clearTokens(Context context) {
        context.database()
                .execute(
                        "DELETE FROM {OAuth Authorization Code} WHERE validity = 'Invalid' OR creation < ?",
                        context.now().minusDays(1));
        context.database().execute("DELETE FROM {OAuth Bearer Token} WHERE status = 'Revoked'");
        context.database()
                .execute(
                        "DELETE FROM {OAuth Bearer Token} WHERE refresh_token LIKE '~%' AND expiration_time < ?",
                        context.now().minusDays(KEPT_DAYS));
        clearUnusedClients(context);
    }

    /** Programs that registered themselves, and that no user granted anything since. */
    private static void clearUnusedClients(Context context) {
        context.database()
                .query(
                        "SELECT name FROM {OAuth Client} client WHERE owner = ? AND creation < ? AND NOT EXISTS"
                                + " (SELECT 1 FROM {OAuth Bearer Token} token WHERE token.client = client.name)",
                        List.of(Context.GUEST, context.now().minusDays(1)),
                        row -> row.getString(1))
                .forEach(client -> context.documents().delete("OAuth Client", client));
    }
}
