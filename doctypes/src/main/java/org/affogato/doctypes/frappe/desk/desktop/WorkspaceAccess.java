package org.affogato.doctypes.frappe.desk.desktop;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.affogato.engine.document.Document;
import org.affogato.engine.error.PermissionError;
import org.affogato.engine.spi.Context;
import org.jspecify.annotations.Nullable;

/**
 * Which workspaces a caller may open: one's own, and those of all whose module the caller works in and whose roles, if
 * it names any, the caller has. Workspace Managers may open every one.
 */
public final class WorkspaceAccess {
    private final Context context;
    private final Reach reach;
    private final Map<String, Set<String>> roles;

    public WorkspaceAccess(Context context) {
        this.context = context;
        this.reach = new Reach(context);
        this.roles = roles();
    }

    public static boolean isManager(Context context) {
        return context.isAdministrator() || context.roles().contains("Workspace Manager");
    }

    /**
     * @throws PermissionError where the caller may not open the workspace
     */
    public void check(Document workspace) {
        if (!mayOpen(workspace.values())) {
            throw new PermissionError("No permission for the workspace " + workspace.name());
        }
    }

    boolean mayOpen(Map<String, @Nullable Object> workspace) {
        if (isManager(context)) {
            return true;
        }
        if (!isPublic(workspace)) {
            return text(workspace, "for_user").equals(context.user());
        }
        String module = text(workspace, "module");
        Set<String> wanted = roles.getOrDefault(text(workspace, "name"), Set.of());
        return (module.isEmpty() || reach.modules().contains(module))
                && (wanted.isEmpty() || wanted.stream().anyMatch(context.roles()::contains));
    }

    static boolean isPublic(Map<String, @Nullable Object> workspace) {
        return List.of("1", "true").contains(text(workspace, "public"));
    }

    static String text(Map<String, @Nullable Object> row, String key) {
        Object value = row.get(key);
        return value == null ? "" : value.toString();
    }

    private Map<String, Set<String>> roles() {
        String sql = "SELECT parent, role FROM {Has Role} WHERE parenttype = 'Workspace' UNION ALL "
                + "SELECT c.page, h.role FROM {Custom Role} c JOIN {Has Role} h ON h.parent = c.name "
                + "AND h.parenttype = 'Custom Role' WHERE c.page IS NOT NULL";
        return context.database().query(sql).stream()
                .collect(Collectors.groupingBy(
                        row -> text(row, "parent"), Collectors.mapping(row -> text(row, "role"), Collectors.toSet())));
    }
}
