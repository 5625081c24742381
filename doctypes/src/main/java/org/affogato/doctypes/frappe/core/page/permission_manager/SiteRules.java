package org.affogato.doctypes.frappe.core.page.permission_manager;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.affogato.engine.document.Document;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.meta.Right;
import org.affogato.engine.spi.Answer.Message;
import org.affogato.engine.spi.Context;
import org.jspecify.annotations.Nullable;

/**
 * A site's own rules for one DocType. They begin as copies of what it ships, for from the first one on they alone
 * count. Frappe: Custom DocPerm, {@code setup_custom_perms}.
 */
final class SiteRules {
    private final Context context;
    private final String doctype;

    /**
     * @throws org.affogato.engine.error.DoesNotExistError where there is no such DocType
     */
    SiteRules(Context context, String doctype) {
        this.context = context.with(context.flags().ignoringPermissions());
        this.doctype = context.meta(doctype).name();
    }

    void add(String role, long permlevel) {
        copyShipped();
        if (find(role, permlevel, false).isPresent()) {
            context.answer().message(new Message("There is such a rule already", Map.of("alert", 1)));
            return;
        }
        Map<String, @Nullable Object> rule = new LinkedHashMap<>();
        rule.put("role", role);
        rule.put("permlevel", permlevel);
        rule.put(Right.READ.fieldname(), 1L);
        insert(rule);
    }

    /** Whether the shipped rules were copied for it. */
    boolean update(String role, long permlevel, boolean ifOwner, String property, boolean on) {
        boolean copied = copyShipped();
        find(role, permlevel, ifOwner).ifPresent(name -> {
            Document rule = context.documents().get("Custom DocPerm", name);
            context.documents().setValues(rule, Map.of(property, on ? 1L : 0L), false);
        });
        context.definitionChanged(doctype);
        return copied;
    }

    /** At least one rule stays: without any, the shipped ones would count again. */
    void remove(String role, long permlevel, boolean ifOwner) {
        copyShipped();
        String sql = "DELETE FROM {Custom DocPerm} WHERE parent = ? AND role = ? AND permlevel = ? AND if_owner = ?";
        context.database().execute(sql, doctype, role, permlevel, ifOwner ? 1 : 0);
        if (!exist()) {
            throw new ValidationError("There must be at least one permission rule").titled("Cannot Remove");
        }
        context.definitionChanged(doctype);
    }

    void reset() {
        context.database().execute("DELETE FROM {Custom DocPerm} WHERE parent = ?", doctype);
        context.definitionChanged(doctype);
    }

    private boolean exist() {
        return !context.database()
                .query("SELECT 1 FROM {Custom DocPerm} WHERE parent = ? LIMIT 1", doctype)
                .isEmpty();
    }

    private Optional<String> find(String role, long permlevel, boolean ifOwner) {
        String sql =
                "SELECT name FROM {Custom DocPerm} WHERE parent = ? AND role = ? AND permlevel = ? AND if_owner = ?";
        List<String> found = context.database()
                .query(sql, List.of(doctype, role, permlevel, ifOwner ? 1 : 0), row -> row.getString(1));
        return found.stream().findFirst();
    }

    private boolean copyShipped() {
        if (exist()) {
            return false;
        }
        for (Document shipped : context.documents().get("DocType", doctype).rows("permissions")) {
            Map<String, @Nullable Object> copy = new LinkedHashMap<>();
            for (Right right : Right.values()) {
                copy.put(right.fieldname(), shipped.get(right.fieldname()));
            }
            for (String property : List.of("role", "permlevel", "if_owner")) {
                copy.put(property, shipped.get(property));
            }
            insert(copy);
        }
        return true;
    }

    private void insert(Map<String, @Nullable Object> rule) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>(rule);
        values.put("parent", doctype);
        values.put("parenttype", "DocType");
        values.put("parentfield", "permissions");
        context.documents().insert(context.documents().create("Custom DocPerm", values));
    }
}
