package org.affogato.doctypes.frappe.desk.desktop;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.affogato.engine.spi.Context;
import org.jspecify.annotations.Nullable;

/** The workspaces in the order of the sidebar: those of all first, then the caller's own. */
final class Sidebar {
    private static final String PAGES =
            "SELECT name, title, for_user, parent_page, content, public, module, icon, indicator_color, is_hidden "
                    + "FROM {Workspace} ";
    /** What is bound to a domain shows where that one is active. */
    private static final String ACTIVE = "WHERE (COALESCE(restrict_to_domain, '') = '' OR restrict_to_domain IN "
            + "(SELECT domain FROM {Has Domain} WHERE parent = 'Domain Settings')) ";

    private final Context context;
    private final boolean isManager;
    private final WorkspaceAccess access;

    Sidebar(Context context) {
        this.context = context;
        this.isManager = WorkspaceAccess.isManager(context);
        this.access = new WorkspaceAccess(context);
    }

    List<Map<String, @Nullable Object>> pages() {
        List<Map<String, @Nullable Object>> ofAll = new ArrayList<>();
        List<Map<String, @Nullable Object>> own = new ArrayList<>();
        String sql = PAGES + (isManager ? "" : ACTIVE) + "ORDER BY sequence_id, name";
        for (Map<String, @Nullable Object> row : context.database().query(sql)) {
            Map<String, @Nullable Object> page = new LinkedHashMap<>(row);
            page.put("label", row.get("name"));
            if (!access.mayOpen(row)) {
                continue;
            }
            if (isShownToAll(row)) {
                ofAll.add(page);
            } else if (WorkspaceAccess.text(row, "for_user").equals(context.user())) {
                own.add(page);
            }
        }
        ofAll.addAll(own);
        return ofAll;
    }

    private boolean isShownToAll(Map<String, @Nullable Object> page) {
        boolean isHidden = WorkspaceAccess.text(page, "is_hidden").equals("1");
        return WorkspaceAccess.isPublic(page)
                && (isManager || !isHidden)
                && !WorkspaceAccess.text(page, "title").equals("Welcome Workspace");
    }
}
