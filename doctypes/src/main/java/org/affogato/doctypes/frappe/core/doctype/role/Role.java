package org.affogato.doctypes.frappe.core.doctype.role;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.affogato.engine.document.Document;
import org.affogato.engine.error.LinkExistsError;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.DocumentController;

/** A role: users have roles, roles have rights. */
public final class Role implements DocumentController {
    private static final Set<String> STANDARD =
            Set.of("Administrator", "System Manager", "Script Manager", "All", "Guest");
    private static final List<String> DESK_PARTS = List.of(
            "search_bar",
            "notifications",
            "list_sidebar",
            "bulk_actions",
            "view_switcher",
            "form_sidebar",
            "timeline",
            "dashboard");

    @Override
    public String doctype() {
        return "Role";
    }

    @Override
    public void validate(Document role, Context context) {
        if (role.check("disabled")) {
            disable(role, context);
            return;
        }
        if (role.name().equals(Context.GUEST)) {
            role.set("desk_access", 0L);
        }
        if (!role.check("desk_access")) {
            DESK_PARTS.forEach(part -> role.set(part, 0L));
        }
    }

    private static void disable(Document role, Context context) {
        if (STANDARD.contains(role.name())) {
            throw new ValidationError("The standard role " + role.name() + " cannot be disabled");
        }
        context.database().execute("DELETE FROM {Has Role} WHERE role = ?", role.name());
    }

    @Override
    public void onUpdate(Document role, Context context) {
        if (role.before() != null
                && role.hasChanged("desk_access")
                && !context.flags().inMigrate()) {
            settleUserTypes(role, context);
        }
    }

    /** Users whose type follows from this role are saved anew, so that they become desk users or cease to be. */
    private static void settleUserTypes(Document role, Context context) {
        String type = role.check("desk_access") ? "System User" : "Website User";
        List<Map<String, Object>> users = context.database()
                .query(
                        "SELECT DISTINCT u.name FROM {User} u JOIN {Has Role} r ON r.parent = u.name AND r.parenttype = 'User' "
                                + "WHERE r.role = ? AND u.user_type <> ?",
                        role.name(),
                        type);
        Context relaxed = context.with(context.flags().ignoringPermissions());
        for (Map<String, Object> user : users) {
            relaxed.documents()
                    .save(relaxed.documents().get("User", user.get("name").toString()));
        }
    }

    @Override
    public void onTrash(Document role, Context context) {
        if (STANDARD.contains(role.name())) {
            throw new LinkExistsError("The standard role " + role.name() + " is in use and cannot be deleted");
        }
    }

    @Override
    public String beforeRename(Document role, String newName, boolean merge, Context context) {
        if (STANDARD.contains(role.name())) {
            throw new ValidationError("The standard role " + role.name() + " cannot be renamed");
        }
        return newName;
    }
}
