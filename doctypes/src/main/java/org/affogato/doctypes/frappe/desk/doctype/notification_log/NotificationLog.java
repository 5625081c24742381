package org.affogato.doctypes.frappe.desk.doctype.notification_log;

import java.util.Optional;
import org.affogato.engine.document.Document;
import org.affogato.engine.meta.Right;
import org.affogato.engine.spi.Condition;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.DocumentController;

/** One message to one user, who alone sees it. */
public final class NotificationLog implements DocumentController {
    @Override
    public String doctype() {
        return "Notification Log";
    }

    @Override
    public void afterInsert(Document log, Context context) {
        context.database().execute("UPDATE {Notification Settings} SET seen = 0 WHERE name = ?", log.text("for_user"));
        new NotificationMail(context).send(log);
    }

    @Override
    public boolean hasPermission(Document log, Right right, Context context) {
        return context.isAdministrator() || log.isNew() || log.text("for_user").equals(context.user());
    }

    @Override
    public Optional<Condition> listCondition(Context context) {
        return context.isAdministrator() ? Optional.empty() : Optional.of(Condition.equal("for_user", context.user()));
    }
}
