package org.affogato.doctypes.frappe.desk.doctype.notification_settings;

import java.util.List;
import org.affogato.engine.error.PermissionError;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.Requires;
import org.affogato.engine.spi.Requires.Access;
import org.affogato.engine.spi.Whitelisted;
import org.affogato.engine.spi.WhitelistedMethods;

/** {@code frappe.desk.doctype.notification_settings.notification_settings}. */
public final class NotificationSettingsMethods implements WhitelistedMethods {
    private static final String MODULE = "frappe.desk.doctype.notification_settings.notification_settings.";

    /** The DocTypes whose open documents the caller wants counted; none for all. */
    @Whitelisted(MODULE + "get_subscribed_documents")
    @Requires(access = Access.OWN_DATA)
    public List<String> getSubscribedDocuments(Context context) {
        return context.database()
                .query(
                        "SELECT document FROM {Notification Subscribed Document}"
                                + " WHERE parent = ? AND parenttype = 'Notification Settings' ORDER BY idx",
                        List.of(context.user()),
                        row -> row.getString(1));
    }

    /** Whether the caller has looked at the bell since the last notification. */
    @Whitelisted(MODULE + "set_seen_value")
    @Requires(access = Access.OWN_DATA)
    public void setSeenValue(Context context, boolean value, String user) {
        if (!user.equals(context.user())) {
            throw new PermissionError("These are the settings of " + user);
        }
        context.database()
                .execute("UPDATE {Notification Settings} SET seen = ? WHERE name = ?", value ? 1 : 0, context.user());
    }
}
