package org.affogato.doctypes.frappe.desk.doctype.note;

import java.time.LocalDate;
import java.util.Optional;
import org.affogato.engine.document.Document;
import org.affogato.engine.meta.Right;
import org.affogato.engine.spi.Condition;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.DocumentController;

/** A note, seen by its owner only unless it is public. */
public final class Note implements DocumentController {
    private static final int DAYS_SHOWN = 7;

    @Override
    public String doctype() {
        return "Note";
    }

    @Override
    public void validate(Document note, Context context) {
        if (note.check("notify_on_login") && note.get("expire_notification_on") == null) {
            LocalDate today = context.now().toLocalDate();
            note.set("expire_notification_on", today.plusDays(DAYS_SHOWN));
        }
        if (note.text("content").isEmpty()) {
            note.set("content", "<span></span>");
        }
    }

    @Override
    public boolean hasPermission(Document note, Right right, Context context) {
        return note.check("public") || note.owner().equals(context.user());
    }

    @Override
    public Optional<Condition> listCondition(Context context) {
        return Optional.of(Condition.or(Condition.equal("owner", context.user()), Condition.equal("public", 1L)));
    }
}
