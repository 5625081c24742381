package org.affogato.doctypes.frappe.core.doctype.activity_log;

import org.affogato.doctypes.frappe.core.doctype.comment.Timeline;
import org.affogato.engine.document.Document;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.DocumentController;

/** One login, logout or other deed of a user. */
public final class ActivityLog implements DocumentController {
    @Override
    public String doctype() {
        return "Activity Log";
    }

    @Override
    public void beforeInsert(Document entry, Context context) {
        String user = entry.text("user").isEmpty() ? context.user() : entry.text("user");
        entry.set("full_name", new Timeline(context).fullName(user));
        entry.set("communication_date", context.now());
    }

    @Override
    public void validate(Document entry, Context context) {
        boolean refers = !entry.text("reference_doctype").isEmpty()
                && !entry.text("reference_name").isEmpty();
        if (entry.isNew() && refers) {
            entry.set("status", "Linked");
        }
    }
}
