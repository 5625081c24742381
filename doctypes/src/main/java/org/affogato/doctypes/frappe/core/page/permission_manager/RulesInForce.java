package org.affogato.doctypes.frappe.core.page.permission_manager;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.affogato.engine.document.Document;
import org.affogato.engine.meta.DocField;
import org.affogato.engine.meta.Meta;
import org.affogato.engine.meta.Right;
import org.affogato.engine.spi.Context;
import org.jspecify.annotations.Nullable;

/** The rules that count: a site's own of a DocType stand in for all that it ships. */
final class RulesInForce {
    private static final String SITE = "SELECT * FROM {Custom DocPerm} WHERE ";
    private static final String SHIPPED = "SELECT * FROM {DocPerm} WHERE parenttype = 'DocType' AND ";

    private final Context context;

    RulesInForce(Context context) {
        this.context = context;
    }

    List<Map<String, @Nullable Object>> list(@Nullable String doctype, @Nullable String role) {
        List<Map<String, @Nullable Object>> rules = role == null || role.isEmpty() ? ofDoctype(doctype) : ofRole(role);
        boolean onlyOne = doctype != null && !doctype.isEmpty();
        List<Map<String, @Nullable Object>> found = new ArrayList<>();
        for (Map<String, @Nullable Object> rule : rules) {
            if (!onlyOne || String.valueOf(rule.get("parent")).equals(doctype)) {
                found.add(described(rule));
            }
        }
        return found;
    }

    /** Rules for roles that the site made are shown to Administrator only. */
    private List<Map<String, @Nullable Object>> ofDoctype(@Nullable String doctype) {
        String shown =
                context.isAdministrator() ? "" : " AND role NOT IN (SELECT name FROM {Role} WHERE is_custom = 1)";
        List<Map<String, @Nullable Object>> own =
                query(SITE + "parent = ?" + shown + " ORDER BY permlevel, creation DESC", doctype);
        return own.isEmpty() ? query(SHIPPED + "parent = ?" + shown + " ORDER BY permlevel, idx", doctype) : own;
    }

    private List<Map<String, @Nullable Object>> ofRole(String role) {
        return Stream.concat(
                        query(SITE + "role = ? ORDER BY creation DESC", role).stream(),
                        query(
                                SHIPPED + "role = ? AND parent NOT IN (SELECT parent FROM {Custom DocPerm}) "
                                        + "ORDER BY creation DESC",
                                role)
                                .stream())
                .toList();
    }

    private List<Map<String, @Nullable Object>> query(String sql, @Nullable String value) {
        return context.database().query(sql, value);
    }

    /** The rule with what the page has to know of its DocType; as it is where there is no such DocType any more. */
    private Map<String, @Nullable Object> described(Map<String, @Nullable Object> rule) {
        Map<String, @Nullable Object> described = new LinkedHashMap<>(rule);
        String doctype = String.valueOf(rule.get("parent"));
        if (context.hasDoctype(doctype)) {
            Meta meta = context.meta(doctype);
            described.put("linked_doctypes", linked(meta));
            described.put("is_submittable", meta.is("is_submittable") ? 1 : 0);
            described.put("in_create", meta.is("in_create") ? 1 : 0);
        }
        return described;
    }

    /** The DocTypes whose User Permissions reach this one. */
    private static Set<String> linked(Meta meta) {
        Set<String> linked = new LinkedHashSet<>(Set.of(meta.name()));
        for (DocField field : meta.fields()) {
            String target = field.options();
            if (field.fieldtype().equals("Link") && target != null && !field.is("ignore_user_permissions")) {
                linked.add(target);
            }
        }
        return linked;
    }

    /** A rule as a DocType's file has it: what is set, and nothing of the row. */
    static Map<String, Object> asInFile(Document rule) {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (Right right : Right.values()) {
            if (rule.check(right.fieldname())) {
                properties.put(right.fieldname(), 1L);
            }
        }
        properties.put("role", rule.text("role"));
        for (String property : List.of("permlevel", "if_owner")) {
            if (rule.integer(property) != 0) {
                properties.put(property, rule.integer(property));
            }
        }
        return properties;
    }
}
