package org.affogato.doctypes.frappe.core.doctype.user;

import java.util.List;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.Requires;
import org.affogato.engine.spi.Whitelisted;
import org.affogato.engine.spi.WhitelistedMethods;

/** {@code frappe.core.doctype.user.user}. */
public final class UserMethods implements WhitelistedMethods {
    private static final String MODULE = "frappe.core.doctype.user.user.";

    /** The roles of a user, the automatic ones at the end. */
    @Whitelisted(MODULE + "get_roles")
    @Requires(right = "read", doctype = "User", nameArgument = "uid")
    public List<String> getRoles(Context context, String uid) {
        return List.copyOf(context.as(uid).roles());
    }

    /** The roles that can be given to users, by name. */
    @Whitelisted(MODULE + "get_all_roles")
    @Requires(right = "read", doctype = "Role")
    public List<String> getAllRoles(Context context) {
        return context.database()
                .query(
                        "SELECT name FROM {Role} WHERE disabled = 0 "
                                + "AND name NOT IN ('Guest', 'All', 'Administrator', 'Desk User') ORDER BY name",
                        List.of(),
                        row -> row.getString(1));
    }
}
