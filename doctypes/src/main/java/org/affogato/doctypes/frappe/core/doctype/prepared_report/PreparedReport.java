package org.affogato.doctypes.frappe.core.doctype.prepared_report;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.affogato.doctypes.frappe.desk.desktop.Reach;
import org.affogato.doctypes.frappe.desk.doctype.notification_log.Notifications;
import org.affogato.doctypes.frappe.desk.doctype.notification_log.Notifications.Notice;
import org.affogato.engine.document.DocRef;
import org.affogato.engine.document.Document;
import org.affogato.engine.meta.Right;
import org.affogato.engine.spi.Condition;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.DocumentController;

/** The result of a report that ran in the background, for those who may run that report. */
public final class PreparedReport implements DocumentController {
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final Map<String, String> ENDS =
            Map.of("Completed", "The report %s is ready", "Error", "The report %s failed");

    @Override
    public String doctype() {
        return "Prepared Report";
    }

    @Override
    public void beforeInsert(Document result, Context context) {
        result.set("status", "Queued");
    }

    @Override
    public void onLoad(Document result, Context context) {
        result.set("queued_by", result.owner()).set("queued_at", result.get("creation"));
    }

    @Override
    public void onUpdate(Document result, Context context) {
        String told = ENDS.get(result.text("status"));
        if (told != null && result.before() != null && result.hasChanged("status")) {
            new Notifications(context)
                    .sendToCaller(new Notice(
                            "Alert",
                            new DocRef(doctype(), result.name()),
                            told.formatted(Notifications.bold(result.text("report_name"))),
                            null));
        }
    }

    /** Ends runs of which nothing has been heard for an hour: their process is gone. */
    public static void expire(Context context) {
        context.database()
                .execute(
                        "UPDATE {Prepared Report} SET status = 'Error', error_message = ? WHERE status = 'Started' AND modified < ?",
                        "The report took too long",
                        context.now().minus(LONGEST));
    }

    @Override
    public boolean hasPermission(Document result, Right right, Context context) {
        return seesAll(context) || reports(context).contains(result.text("report_name"));
    }

    @Override
    public Optional<Condition> listCondition(Context context) {
        return seesAll(context)
                ? Optional.empty()
                : Optional.of(Condition.in("report_name", List.copyOf(reports(context))));
    }

    private static boolean seesAll(Context context) {
        return context.isAdministrator() || context.roles().contains("System Manager");
    }

    private static Set<String> reports(Context context) {
        return new Reach(context).reports().keySet();
    }
}
