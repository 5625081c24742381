package org.affogato.doctypes.frappe.desk.doctype.notification_settings;

import java.util.Optional;
import org.affogato.engine.document.Document;
import org.affogato.engine.meta.Right;
import org.affogato.engine.spi.Condition;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.DocumentController;

/** A user's own document, named like the user; System Managers reach all but Administrator's. */
public final class NotificationSettings implements DocumentController {
    @Override
    public String doctype() {
        return "Notification Settings";
    }

    @Override
    public boolean hasPermission(Document settings, Right right, Context context) {
        if (context.isAdministrator()) {
            return true;
        }
        return context.roles().contains("System Manager")
                ? !settings.name().equals(Context.ADMINISTRATOR)
                : settings.name().equals(context.user());
    }

    @Override
    public Optional<Condition> listCondition(Context context) {
        if (context.isAdministrator()) {
            return Optional.empty();
        }
        return Optional.of(
                context.roles().contains("System Manager")
                        ? Condition.not(Condition.equal("name", Context.ADMINISTRATOR))
                        : Condition.equal("name", context.user()));
    }
}
