package org.affogato.doctypes.frappe.core.doctype.user;

import org.affogato.engine.spi.Context;

/** The logins of users. */
final class Sessions {
    private final Context context;

    Sessions(Context context) {
        this.context = context;
    }

    /** Logs the user out everywhere. */
    void end(String user) {
        if (user.equals(context.user())) {
            return;
        }
        context.database().execute("DELETE FROM `tabSessions` WHERE `user` = ?", user);
        context.touch("sessions");
    }
}
