package org.affogato.doctypes.frappe.core.doctype.user;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.affogato.engine.document.Document;
import org.affogato.engine.meta.Right;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.ListRequest;
import org.affogato.engine.spi.Requires;
import org.affogato.engine.spi.Requires.Access;
import org.affogato.engine.spi.Whitelisted;
import org.affogato.engine.spi.WhitelistedMethods;
import org.jspecify.annotations.Nullable;

/** {@code frappe.core.doctype.user.user}: what clients ask about users. */
public final class UserMethods implements WhitelistedMethods {
    private static final String MODULE = "frappe.core.doctype.user.user.";
    private static final List<String> THEMES = List.of("Light", "Dark", "Automatic");

    /** The roles of a user, the automatic ones at the end: one's own, or those of a user whom the caller may read. */
    @Whitelisted(MODULE + "get_roles")
    @Requires(access = Access.ANY_USER)
    public List<String> getRoles(Context context, String uid) {
        if (!uid.equals(context.user())) {
            checkRead(uid, context);
        }
        List<String> roles = List.copyOf(context.as(uid).roles());
        return context.documents().exists("User", uid) ? roles : List.of("All", "Guest");
    }

    /** Whether a user is there is told only to those who make users. */
    private static void checkRead(String user, Context context) {
        Optional<Document> found = context.documents().find("User", user);
        if (found.isPresent()) {
            context.permissions().check(Right.READ, found.get());
        } else {
            context.permissions().check(Right.CREATE, "User");
        }
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

    /** The time zones that can be chosen. */
    @Whitelisted(MODULE + "get_timezones")
    @Requires(access = Access.ANY_USER)
    public Map<String, List<String>> getTimezones() {
        List<String> zones = ZoneId.getAvailableZoneIds().stream()
                .filter(zone -> !zone.startsWith("SystemV/"))
                .sorted()
                .toList();
        Map<String, List<String>> answer = new LinkedHashMap<>();
        answer.put("timezones", zones);
        return answer;
    }

    @Whitelisted(MODULE + "switch_theme")
    @Requires(access = Access.OWN_DATA)
    public void switchTheme(Context context, String theme) {
        if (THEMES.contains(theme)) {
            context.database().execute("UPDATE {User} SET desk_theme = ? WHERE name = ?", theme, context.user());
        }
    }

    /** The Email Accounts of that address that the caller may see. */
    @Whitelisted(MODULE + "has_email_account")
    @Requires(access = Access.ANY_USER)
    public List<Map<String, @Nullable Object>> hasEmailAccount(Context context, String email) {
        ListRequest accounts = ListRequest.all("Email Account", List.of("name"), Map.of("email_id", email));
        return context.documents().list(accounts.asCaller());
    }

    /** The accounts of a user that wait for their password: own ones, or a user's whom the caller may change. */
    @Whitelisted(MODULE + "get_email_awaiting")
    @Requires(access = Access.ANY_USER)
    public List<Map<String, @Nullable Object>> getEmailAwaiting(Context context, String user) {
        if (!user.equals(context.user())) {
            context.permissions().check(Right.WRITE, context.documents().get("User", user));
        }
        return context.database()
                .query(
                        "SELECT email_account, email_id FROM {User Email}"
                                + " WHERE parent = ? AND awaiting_password = 1 AND used_oauth = 0",
                        user);
    }

    /** The roles of a profile, as rows. */
    @Whitelisted(MODULE + "get_role_profile")
    @Requires(right = "read", doctype = "Role Profile", nameArgument = "role_profile")
    public List<Document> getRoleProfile(Context context, String roleProfile) {
        return context.documents().get("Role Profile", roleProfile).rows("roles");
    }

    /** The modules that a profile hides, as rows. */
    @Whitelisted(MODULE + "get_module_profile")
    @Requires(right = "read", doctype = "Module Profile", nameArgument = "module_profile")
    public List<Document> getModuleProfile(Context context, String moduleProfile) {
        return context.documents().get("Module Profile", moduleProfile).rows("block_modules");
    }

    /** All rights that a role has: the site's own rules where it has any of a DocType, else the DocType's. */
    @Whitelisted(MODULE + "get_perm_info")
    @Requires(role = "System Manager")
    public List<Map<String, @Nullable Object>> getPermInfo(Context context, String role) {
        List<Map<String, @Nullable Object>> rules =
                context.database().query("SELECT * FROM {Custom DocPerm} WHERE role = ?", role);
        rules.addAll(context.database()
                .query(
                        "SELECT * FROM {DocPerm} WHERE role = ?"
                                + " AND parent NOT IN (SELECT parent FROM {Custom DocPerm})",
                        role));
        return rules;
    }
}
