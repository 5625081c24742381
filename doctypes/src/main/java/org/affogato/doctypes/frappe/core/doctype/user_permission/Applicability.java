package org.affogato.doctypes.frappe.core.doctype.user_permission;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.affogato.engine.spi.Context;
import org.jspecify.annotations.Nullable;

/** What one user's permission on one document applies to: every DocType that links to it, or some. */
final class Applicability {
    private static final String THESE = "FROM {User Permission} WHERE `user` = ? AND allow = ? AND for_value = ? AND ";

    private final Context context;
    private final String user;
    private final String doctype;
    private final String name;

    Applicability(Context context, String user, String doctype, String name) {
        this.context = context;
        this.user = user;
        this.doctype = doctype;
        this.name = name;
    }

    /** The DocTypes it applies to now. */
    List<String> doctypes() {
        return appliesToAll() ? linking() : some();
    }

    private boolean appliesToAll() {
        return !context.database()
                .query("SELECT name " + THESE + "apply_to_all_doctypes = 1 LIMIT 1", user, doctype, name)
                .isEmpty();
    }

    private List<String> some() {
        return context.database()
                .query(
                        "SELECT applicable_for " + THESE + "applicable_for IS NOT NULL ORDER BY modified DESC",
                        List.of(user, doctype, name),
                        row -> row.getString(1));
    }

    /** DocTypes with a Link or Dynamic Link to the document's DocType; rows of child tables count for their parents. */
    private List<String> linking() {
        return context.database()
                .query(
                        "SELECT DISTINCT COALESCE(t.parent, f.parent) AS doctype FROM {DocField} f JOIN {DocType} d ON d.name = f.parent "
                                + "LEFT JOIN {DocField} t ON d.istable = 1 AND t.options = f.parent AND t.fieldtype IN ('Table', 'Table MultiSelect') "
                                + "WHERE f.fieldtype = 'Link' AND f.options = ? AND (d.istable = 0 OR t.parent IS NOT NULL) "
                                + "UNION SELECT reference.parent FROM {User Permission} p JOIN {DocField} reference "
                                + "ON reference.parent = 'User Permission' AND reference.fieldname = 'for_value' WHERE p.allow = ? "
                                + "ORDER BY doctype",
                        List.of(doctype, doctype),
                        row -> row.getString(1));
    }

    /** Makes it apply to every DocType; false where it does already. */
    boolean toAll(boolean isDefault, boolean hidesDescendants) {
        if (appliesToAll()) {
            return false;
        }
        context.database().execute("DELETE " + THESE + "applicable_for IS NOT NULL", user, doctype, name);
        insert(null, isDefault, hidesDescendants);
        context.touch("access");
        return true;
    }

    /** Makes it apply to these DocTypes and no other. */
    void toSome(List<String> wanted, boolean isDefault, boolean hidesDescendants) {
        List<String> before = some();
        context.database().execute("DELETE " + THESE + "apply_to_all_doctypes = 1", user, doctype, name);
        for (String other : before) {
            if (!wanted.contains(other)) {
                context.database().execute("DELETE " + THESE + "applicable_for = ?", user, doctype, name, other);
            }
        }
        for (String one : wanted) {
            if (!before.contains(one)) {
                insert(one, isDefault, hidesDescendants);
            }
        }
        context.touch("access");
    }

    private void insert(@Nullable String applicableFor, boolean isDefault, boolean hidesDescendants) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("user", user);
        values.put("allow", doctype);
        values.put("for_value", name);
        values.put("is_default", isDefault ? 1L : 0L);
        values.put("hide_descendants", hidesDescendants ? 1L : 0L);
        values.put("applicable_for", applicableFor);
        values.put("apply_to_all_doctypes", applicableFor == null ? 1L : 0L);
        context.documents().insert(context.documents().create("User Permission", values));
    }
}
