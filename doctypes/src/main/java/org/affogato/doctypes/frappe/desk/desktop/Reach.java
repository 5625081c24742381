package org.affogato.doctypes.frappe.desk.desktop;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.affogato.engine.spi.Context;
import org.jspecify.annotations.Nullable;

/** What the caller's roles lead to: DocTypes, the modules these are in, pages and reports. Frappe: UserPermissions. */
public final class Reach {
    private final Context context;
    private final List<Object> roles;
    private final Set<String> readable = new LinkedHashSet<>();
    private final Set<String> modules = new LinkedHashSet<>();
    private @Nullable Set<String> pages;
    private @Nullable Map<String, Map<String, @Nullable Object>> reports;

    public Reach(Context context) {
        this.context = context;
        this.roles = new ArrayList<>(context.roles());
        readDoctypes();
        BlockedModules.own(context).removeFrom(modules);
    }

    private void readDoctypes() {
        String rights = "SELECT parent, role, permlevel, `read`, `write`, `create`, `delete` FROM ";
        String sql = "SELECT d.name, d.module, MAX(p.`read`) FROM {DocType} d JOIN (" + rights
                + "{Custom DocPerm} UNION ALL " + rights
                + "{DocPerm} WHERE parent NOT IN (SELECT parent FROM {Custom DocPerm} WHERE parent IS NOT NULL)) p "
                + "ON p.parent = d.name WHERE p.permlevel = 0 AND (p.`read` OR p.`write` OR p.`create` OR p.`delete`)"
                + (context.isAdministrator() ? "" : " AND p.role IN " + placeholders())
                + " GROUP BY d.name, d.module";
        List<?> values = context.isAdministrator() ? List.of() : roles;
        context.database().query(sql, values, row -> {
            if (row.getBoolean(3)) {
                readable.add(row.getString(1));
            }
            return modules.add(row.getString(2));
        });
    }

    private String placeholders() {
        return "(" + String.join(", ", Collections.nCopies(roles.size(), "?")) + ")";
    }

    /** The DocTypes that the caller's roles may read. */
    Set<String> readable() {
        return readable;
    }

    Set<String> modules() {
        return modules;
    }

    /** Whether an item of a workspace leads somewhere for the caller. */
    boolean leadsTo(String type, String name) {
        return context.isAdministrator()
                || switch (type) {
                    case "doctype" -> readable.contains(name);
                    case "page" -> pages().contains(name);
                    case "report" -> reports().containsKey(name);
                    case "help", "dashboard", "url" -> true;
                    default -> false;
                };
    }

    private Set<String> pages() {
        Set<String> known = pages;
        if (known == null) {
            String sql = "SELECT d.name FROM {Page} d WHERE " + allowed("Page", "page")
                    + " OR (NOT EXISTS (SELECT 1 FROM {Has Role} n WHERE n.parent = d.name AND n.parenttype = 'Page')"
                    + " AND NOT EXISTS (SELECT 1 FROM {Custom Role} o WHERE o.page = d.name))";
            known = new LinkedHashSet<>(context.database().query(sql, twice(), row -> row.getString(1)));
            pages = known;
        }
        return known;
    }

    /** The reports that the caller may run, by name, with {@code report_type} and {@code ref_doctype}. */
    public Map<String, Map<String, @Nullable Object>> reports() {
        Map<String, Map<String, @Nullable Object>> known = reports;
        if (known == null) {
            Map<String, Map<String, @Nullable Object>> found = new LinkedHashMap<>();
            String sql = "SELECT d.name, d.report_type, d.ref_doctype FROM {Report} d WHERE d.disabled = 0"
                    + (context.isAdministrator() ? "" : " AND " + allowed("Report", "report"));
            Object[] values = context.isAdministrator() ? new Object[0] : twice().toArray();
            context.database().query(sql, values).forEach(row -> found.put(String.valueOf(row.get("name")), row));
            known = found;
            reports = found;
        }
        return known;
    }

    private List<Object> twice() {
        return Stream.concat(roles.stream(), roles.stream()).toList();
    }

    /** Roles that a site gives a page or report stand in for those it ships with. */
    private String allowed(String kind, String column) {
        return ("(EXISTS (SELECT 1 FROM {Custom Role} c JOIN {Has Role} h ON h.parent = c.name "
                        + "AND h.parenttype = 'Custom Role' WHERE c.%2$s = d.name AND h.role IN %3$s) "
                        + "OR (NOT EXISTS (SELECT 1 FROM {Custom Role} c WHERE c.%2$s = d.name) AND EXISTS (SELECT 1 "
                        + "FROM {Has Role} h WHERE h.parent = d.name AND h.parenttype = '%1$s' AND h.role IN %3$s)))")
                .formatted(kind, column, placeholders());
    }
}
