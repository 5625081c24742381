package org.affogato.doctypes.frappe.core.doctype.user_permission;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.affogato.engine.meta.Meta;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.Requires;
import org.affogato.engine.spi.Whitelisted;
import org.affogato.engine.spi.WhitelistedMethods;
import org.jspecify.annotations.Nullable;

/** {@code frappe.core.doctype.user_permission.user_permission}. */
public final class UserPermissionMethods implements WhitelistedMethods {
    private static final String MODULE = "frappe.core.doctype.user_permission.user_permission.";

    /** The caller's own User Permissions, by DocType; documents below a permitted one in a tree come along. */
    @Whitelisted(MODULE + "get_user_permissions")
    @Requires(access = Requires.Access.OWN_DATA)
    public Map<String, List<Map<String, @Nullable Object>>> getUserPermissions(Context context) {
        Map<String, List<Map<String, @Nullable Object>>> found = new LinkedHashMap<>();
        if (context.isAdministrator()) {
            return found;
        }
        for (Map<String, @Nullable Object> row : rows(context)) {
            String doctype = String.valueOf(row.get("allow"));
            List<Map<String, @Nullable Object>> list = found.computeIfAbsent(doctype, key -> new ArrayList<>());
            list.add(entry(row.get("for_value"), row, row.get("is_default")));
            descendants(context, doctype, row).forEach(name -> list.add(entry(name, row, false)));
        }
        return found;
    }

    private static List<Map<String, @Nullable Object>> rows(Context context) {
        return context.database()
                .query(
                        "SELECT allow, for_value, applicable_for, is_default, hide_descendants FROM {User Permission} "
                                + "WHERE `user` = ? ORDER BY modified DESC",
                        context.user());
    }

    private static Map<String, @Nullable Object> entry(
            @Nullable Object name, Map<String, @Nullable Object> row, @Nullable Object isDefault) {
        Map<String, @Nullable Object> entry = new LinkedHashMap<>();
        entry.put("doc", name);
        entry.put("applicable_for", row.get("applicable_for"));
        entry.put("is_default", isDefault);
        return entry;
    }

    private static List<Object> descendants(Context context, String doctype, Map<String, @Nullable Object> row) {
        if (!context.hasDoctype(doctype) || isOn(row.get("hide_descendants"))) {
            return List.of();
        }
        Meta meta = context.meta(doctype);
        if (!meta.isColumn("lft") || !meta.isColumn("rgt")) {
            return List.of();
        }
        return context.database()
                .query(
                        "SELECT d.name FROM {%1$s} d JOIN {%1$s} p ON d.lft > p.lft AND d.rgt < p.rgt WHERE p.name = ? ORDER BY d.lft DESC"
                                .formatted(doctype),
                        List.of(String.valueOf(row.get("for_value"))),
                        result -> (Object) result.getString(1));
    }

    private static boolean isOn(@Nullable Object flag) {
        return flag instanceof Number number ? number.longValue() != 0 : Boolean.TRUE.equals(flag);
    }

    /** The DocTypes that a user's permission on a document applies to. */
    @Whitelisted(MODULE + "check_applicable_doc_perm")
    @Requires(role = "System Manager")
    public List<String> checkApplicableDocPerm(Context context, String user, String doctype, String docname) {
        return new Applicability(context, user, doctype, docname).doctypes();
    }

    /** Deletes a user's permissions on a DocType; answers how many there were. */
    @Whitelisted(MODULE + "clear_user_permissions")
    @Requires(role = "System Manager")
    public long clearUserPermissions(Context context, String user, String forDoctype) {
        context.touch("access");
        return context.database()
                .execute("DELETE FROM {User Permission} WHERE `user` = ? AND allow = ?", user, forDoctype);
    }

    /** Sets what a user's permission on a document applies to; 1 where something was to do. */
    @Whitelisted(MODULE + "add_user_permissions")
    @Requires(role = "System Manager")
    public int addUserPermissions(Context context, Map<String, @Nullable Object> data) {
        Applicability applicability =
                new Applicability(context, text(data, "user"), text(data, "doctype"), text(data, "docname"));
        boolean isDefault = text(data, "is_default").equals("1");
        boolean hidesDescendants = text(data, "hide_descendants").equals("1");
        List<String> doctypes = names(data.get("applicable_doctypes"));
        if (text(data, "apply_to_all_doctypes").equals("1")) {
            return applicability.toAll(isDefault, hidesDescendants) ? 1 : 0;
        }
        if (doctypes.isEmpty()) {
            return 0;
        }
        applicability.toSome(doctypes, isDefault, hidesDescendants);
        return 1;
    }

    private static String text(Map<String, @Nullable Object> data, String key) {
        Object value = data.get(key);
        if (value instanceof Boolean flag) {
            return flag ? "1" : "0";
        }
        return value == null ? "" : value.toString();
    }

    private static List<String> names(@Nullable Object value) {
        return value instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }
}
