package org.affogato.doctypes.frappe.core.doctype.user;

import java.util.List;
import org.affogato.engine.document.Document;
import org.affogato.engine.meta.Right;
import org.affogato.engine.spi.Context;

/**
 * What the owner of an account may not change of it, though the own record is shared with him for writing: how the
 * account is guarded, what the site notes of its logins and reset keys, and by what id other programs know it. As with
 * fields of a closed permlevel the stored values stay. Those who may make users change them.
 */
final class OwnersReach {
    private static final List<String> CLOSED = List.of(
            "enabled",
            "email",
            "simultaneous_sessions",
            "bypass_restrict_ip_check_if_2fa_enabled",
            "reset_password_key",
            "last_reset_password_key_generated_on",
            "last_password_reset_date",
            "last_login",
            "last_ip",
            "last_active");

    private OwnersReach() {}

    static void keepClosed(Document user, Context context) {
        Document stored = user.before();
        if (stored == null
                || context.flags().ignorePermissions()
                || context.permissions().has(Right.CREATE, "User")) {
            return;
        }
        CLOSED.forEach(field -> user.set(field, stored.get(field)));
        user.setRows("social_logins", stored.rows("social_logins"));
    }
}
