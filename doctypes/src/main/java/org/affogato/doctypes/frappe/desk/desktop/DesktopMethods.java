package org.affogato.doctypes.frappe.desk.desktop;

import java.util.LinkedHashMap;
import java.util.Map;
import org.affogato.engine.document.Document;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.Requires;
import org.affogato.engine.spi.Whitelisted;
import org.affogato.engine.spi.WhitelistedMethods;
import org.jspecify.annotations.Nullable;

/** {@code frappe.desk.desktop}. */
public final class DesktopMethods implements WhitelistedMethods {
    /** The workspaces that the caller may open, and whether the caller may change those of all. */
    @Whitelisted("frappe.desk.desktop.get_workspace_sidebar_items")
    @Requires(access = Requires.Access.ANY_USER)
    public Map<String, @Nullable Object> getWorkspaceSidebarItems(Context context) {
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("pages", new Sidebar(context).pages());
        answer.put("has_access", WorkspaceAccess.isManager(context));
        return answer;
    }

    /** What is on a workspace; nothing where there is none of that name. */
    @Whitelisted("frappe.desk.desktop.get_desktop_page")
    @Requires(access = Requires.Access.ANY_USER)
    public Map<String, @Nullable Object> getDesktopPage(Context context, Map<String, @Nullable Object> page) {
        Document workspace = context.documents()
                .find("Workspace", String.valueOf(page.get("name")))
                .orElse(null);
        if (workspace == null) {
            return Map.of();
        }
        new WorkspaceAccess(context).check(workspace);
        return new WorkspaceContent(workspace, context).all();
    }
}
