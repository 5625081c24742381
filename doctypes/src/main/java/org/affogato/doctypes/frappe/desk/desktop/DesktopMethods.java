package org.affogato.doctypes.frappe.desk.desktop;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.affogato.engine.document.Document;
import org.affogato.engine.error.PermissionError;
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

    /**
     * Notes how far a step of an onboarding is. Frappe lets anybody write any field of a step.
     *
     * @param field {@code is_complete} or {@code is_skipped}
     */
    @Whitelisted("frappe.desk.desktop.update_onboarding_step")
    @Requires(role = "Desk User")
    public void updateOnboardingStep(Context context, String name, String field, boolean value) {
        if (!Onboarding.PROGRESS.contains(field)) {
            throw new PermissionError("The field %s of a step is not its progress".formatted(field));
        }
        Document step = context.documents().get(Onboarding.STEP, name);
        context.documents().setValues(step, Map.of(field, value ? 1L : 0L), true);
    }

    /** The steps of these rows of a Module Onboarding. */
    @Whitelisted("frappe.desk.doctype.onboarding_step.onboarding_step.get_onboarding_steps")
    @Requires(right = "read", doctype = "Onboarding Step")
    public List<Map<String, @Nullable Object>> getOnboardingSteps(Context context, List<Map<String, Object>> obSteps) {
        return new Onboarding(context)
                .steps(obSteps.stream()
                        .map(row -> String.valueOf(row.get("step")))
                        .toList());
    }
}
