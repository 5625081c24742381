package org.affogato.doctypes.frappe.core.page.permission_manager;

import java.util.List;
import java.util.Map;
import org.affogato.engine.document.Document;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.meta.Right;
import org.affogato.engine.spi.Argument;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.Requires;
import org.affogato.engine.spi.Whitelisted;
import org.affogato.engine.spi.WhitelistedMethods;
import org.jspecify.annotations.Nullable;

/** {@code frappe.core.page.permission_manager.permission_manager}. */
public final class PermissionManagerMethods implements WhitelistedMethods {
    private static final String MODULE = "frappe.core.page.permission_manager.permission_manager.";

    /** What the page offers to choose from. */
    @Whitelisted(MODULE + "get_roles_and_doctypes")
    @Requires(role = "System Manager")
    public Map<String, List<Map<String, Object>>> getRolesAndDoctypes(Context context) {
        return new Choices(context).all();
    }

    /** The rules in force of a DocType, of a role, or of a role on a DocType. */
    @Whitelisted(MODULE + "get_permissions")
    @Requires(role = "System Manager")
    public List<Map<String, @Nullable Object>> getPermissions(
            Context context, @Nullable String doctype, @Nullable String role) {
        return new RulesInForce(context).list(doctype, role);
    }

    /** Lets a role read, at a level. */
    @Whitelisted(MODULE + "add")
    @Requires(role = "System Manager")
    public void add(Context context, String parent, String role, long permlevel) {
        new SiteRules(context, parent).add(role, permlevel);
    }

    /** Gives or takes one right; {@code refresh} where the DocType got rules of its own by it. */
    @Whitelisted(MODULE + "update")
    @Requires(role = "System Manager")
    public @Nullable String update(
            Context context,
            String doctype,
            String role,
            long permlevel,
            String ptype,
            @Nullable Object value,
            @Argument(otherwise = "0") boolean ifOwner) {
        if (Right.of(ptype).isEmpty() && !ptype.equals("if_owner")) {
            throw new ValidationError("There is no right " + ptype);
        }
        return new SiteRules(context, doctype).update(role, permlevel, ifOwner, ptype, isOn(value)) ? "refresh" : null;
    }

    private static boolean isOn(@Nullable Object value) {
        return value != null && List.of("1", "true").contains(value.toString());
    }

    @Whitelisted(MODULE + "remove")
    @Requires(role = "System Manager")
    public void remove(
            Context context, String doctype, String role, long permlevel, @Argument(otherwise = "0") boolean ifOwner) {
        new SiteRules(context, doctype).remove(role, permlevel, ifOwner);
    }

    /** Back to the rules that the DocType ships. */
    @Whitelisted(MODULE + "reset")
    @Requires(role = "System Manager")
    public void reset(Context context, String doctype) {
        new SiteRules(context, doctype).reset();
    }

    @Whitelisted(MODULE + "get_users_with_role")
    @Requires(role = "System Manager")
    public List<String> getUsersWithRole(Context context, String role) {
        String sql = "SELECT DISTINCT u.name FROM {User} u JOIN {Has Role} h ON h.parent = u.name "
                + "WHERE h.role = ? AND h.parenttype = 'User' AND u.name <> ? AND u.enabled = 1";
        return context.database().query(sql, List.of(role, Context.ADMINISTRATOR), row -> row.getString(1));
    }

    /** The rules that the DocType ships: as documents where the site made it, as its file has them else. */
    @Whitelisted(MODULE + "get_standard_permissions")
    @Requires(role = "System Manager")
    public List<?> getStandardPermissions(Context context, String doctype) {
        boolean isOwn = context.meta(doctype).isCustom();
        List<Document> rules = context.documents().get("DocType", doctype).rows("permissions");
        return isOwn ? rules : rules.stream().map(RulesInForce::asInFile).toList();
    }
}
