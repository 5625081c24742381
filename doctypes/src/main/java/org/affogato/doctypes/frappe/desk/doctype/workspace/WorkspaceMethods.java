package org.affogato.doctypes.frappe.desk.doctype.workspace;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.affogato.doctypes.frappe.desk.desktop.Blocks;
import org.affogato.doctypes.frappe.desk.desktop.WorkspaceAccess;
import org.affogato.engine.document.Document;
import org.affogato.engine.error.DoesNotExistError;
import org.affogato.engine.error.PermissionError;
import org.affogato.engine.spi.Argument;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.Requires;
import org.affogato.engine.spi.Whitelisted;
import org.affogato.engine.spi.WhitelistedMethods;
import org.jspecify.annotations.Nullable;

/**
 * {@code frappe.desk.doctype.workspace.workspace}, some of it by its former names. Every user of the desk keeps
 * workspaces of one's own; those of all, and those of others, are for Workspace Managers.
 */
public final class WorkspaceMethods implements WhitelistedMethods {
    private static final String MODULE = "frappe.desk.doctype.workspace.workspace.";
    private static final String FORMER = "frappe.desk.desktop.";
    private static final String DOCTYPE = "Workspace";

    @Whitelisted({MODULE + "new_page", FORMER + "save_new_page"})
    @Requires(role = "Desk User")
    public @Nullable Document newPage(Context context, Map<String, @Nullable Object> newPage) {
        boolean isPublic = isOn(newPage.get("public"));
        if (newPage.isEmpty() || isPublic && !WorkspaceAccess.isManager(context)) {
            return null;
        }
        checkOwn(isPublic ? context.user() : text(newPage, "for_user"), context);
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (String key : List.of("title", "icon", "indicator_color", "content", "parent_page", "label", "for_user")) {
            values.put(key, newPage.get(key));
        }
        values.put("public", isPublic ? 1L : 0L);
        values.put("sequence_id", lastPlace(context, isPublic, text(newPage, "for_user")) + 1);
        Context relaxed = relaxed(context);
        return relaxed.documents().insert(relaxed.documents().createWithDefaults(DOCTYPE, values));
    }

    /** Takes over the blocks of a page and the widgets they show. */
    @Whitelisted({MODULE + "save_page", FORMER + "save_page"})
    @Requires(role = "Desk User")
    public Map<String, @Nullable Object> savePage(
            Context context,
            String title,
            @Argument("public") boolean isPublic,
            @Nullable Map<String, @Nullable Object> newWidgets,
            String blocks) {
        Context relaxed = relaxed(context);
        Document workspace = page(relaxed, title, isPublic);
        workspace.set("content", blocks);
        Widgets widgets = new Widgets(workspace, relaxed);
        if (newWidgets != null) {
            widgets.add(newWidgets);
        }
        widgets.removeUnnamed(Blocks.of(blocks));
        relaxed.documents().save(workspace);
        return answer(title, isPublic, workspace.text("label"));
    }

    private static Document page(Context context, String title, boolean isPublic) {
        String label = isPublic ? title : title + "-" + context.user();
        String sql = "SELECT name FROM {Workspace} WHERE label = ? AND public = ? AND COALESCE(for_user, '') = ?";
        List<?> values = List.of(label, isPublic ? 1 : 0, isPublic ? "" : context.user());
        String name = context.database().query(sql, values, row -> row.getString(1)).stream()
                .findFirst()
                .orElseThrow(() -> new DoesNotExistError("There is no workspace " + title));
        return context.documents().getForUpdate(DOCTYPE, name);
    }

    private static Map<String, @Nullable Object> answer(String title, boolean isPublic, String label) {
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("name", title);
        answer.put("public", isPublic ? 1 : 0);
        answer.put("label", label);
        return answer;
    }

    /** Changes how a page is called and for whom it is; the pages below it follow. */
    @Whitelisted({MODULE + "update_page", FORMER + "update_page"})
    @Requires(role = "Desk User")
    public Map<String, @Nullable Object> updatePage(
            Context context,
            String name,
            String title,
            @Nullable String icon,
            @Nullable String indicatorColor,
            @Nullable String parent,
            @Argument("public") boolean isPublic) {
        Document workspace = writable(context, name);
        if (isPublic) {
            checkManager(context);
        }
        List<String> children = children(context, workspace);
        workspace
                .set("title", title)
                .set("icon", icon)
                .set("indicator_color", indicatorColor)
                .set("parent_page", parent);
        String label = give(workspace, isPublic, context);
        for (String child : children) {
            Document below = relaxed(context).documents().getForUpdate(DOCTYPE, child);
            give(below.set("parent_page", title), isPublic, context);
        }
        return answer(title, isPublic, label);
    }

    private static List<String> children(Context context, Document workspace) {
        String sql = "SELECT name FROM {Workspace} WHERE parent_page = ? AND public = ? AND COALESCE(for_user, '') = ?";
        List<?> values = List.of(workspace.text("title"), workspace.integer("public"), workspace.text("for_user"));
        return context.database().query(sql, values, row -> row.getString(1));
    }

    /** Saves a page as one for all or for one; its name says for whom it is. */
    private static String give(Document workspace, boolean isPublic, Context context) {
        Context relaxed = relaxed(context);
        String owner = workspace.text("for_user").isEmpty() ? context.user() : workspace.text("for_user");
        if (workspace.check("public") != isPublic) {
            workspace.set("sequence_id", lastPlace(context, isPublic, owner) + 1);
        }
        String label = isPublic ? workspace.text("title") : workspace.text("title") + "-" + owner;
        workspace
                .set("public", isPublic ? 1L : 0L)
                .set("for_user", isPublic ? "" : owner)
                .set("label", label);
        relaxed.documents().save(workspace);
        if (!workspace.name().equals(label)) {
            relaxed.documents().rename(DOCTYPE, workspace.name(), label, false);
        }
        return label;
    }

    @Whitelisted({MODULE + "hide_page", FORMER + "hide_page"})
    @Requires(role = "Desk User")
    public boolean hidePage(Context context, String pageName) {
        return setHidden(context, pageName, 1L);
    }

    @Whitelisted({MODULE + "unhide_page", FORMER + "unhide_page"})
    @Requires(role = "Desk User")
    public boolean unhidePage(Context context, String pageName) {
        return setHidden(context, pageName, 0L);
    }

    private static boolean setHidden(Context context, String name, long hidden) {
        Document workspace = writable(context, name).set("is_hidden", hidden);
        relaxed(context).documents().save(workspace);
        return true;
    }

    /** A copy under another title, for all or for the caller. */
    @Whitelisted({MODULE + "duplicate_page", FORMER + "duplicate_page"})
    @Requires(role = "Desk User")
    public @Nullable Document duplicatePage(Context context, String pageName, Map<String, @Nullable Object> newPage) {
        boolean isPublic = isOn(newPage.get("is_public"));
        if (newPage.isEmpty() || isPublic && !WorkspaceAccess.isManager(context)) {
            return null;
        }
        Document original = context.documents().get(DOCTYPE, pageName);
        new WorkspaceAccess(context).check(original);
        String title = text(newPage, "title");
        String owner = isPublic ? "" : context.user();
        Document copy = original.copy();
        copy.markNew(true);
        copy.remove("name");
        copy.allRows().forEach(row -> row.set("name", null).markNew(true));
        copy.set("title", title)
                .set("icon", newPage.get("icon"))
                .set("indicator_color", newPage.get("indicator_color"))
                .set("parent_page", text(newPage, "parent"))
                .set("public", isPublic ? 1L : 0L)
                .set("for_user", owner)
                .set("label", isPublic ? title : title + "-" + owner)
                .set("module", "")
                .set("sequence_id", lastPlace(context, isPublic, owner) + 1);
        return relaxed(context).documents().insert(copy);
    }

    @Whitelisted({MODULE + "delete_page", FORMER + "delete_page"})
    @Requires(role = "Desk User")
    public @Nullable Map<String, @Nullable Object> deletePage(Context context, Map<String, @Nullable Object> page) {
        if (page.isEmpty()) {
            return null;
        }
        String name = text(page, "name");
        if (context.documents().exists(DOCTYPE, name)) {
            writable(context, name);
            relaxed(context).documents().delete(DOCTYPE, name);
        }
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        List.of("name", "public", "title").forEach(key -> answer.put(key, page.get(key)));
        return answer;
    }

    /** Orders the caller's own pages, else those of all; false where nothing was to order or the caller may not. */
    @Whitelisted({MODULE + "sort_pages", FORMER + "sort_pages"})
    @Requires(role = "Desk User")
    public @Nullable Boolean sortPages(Context context, List<?> sbPublicItems, List<?> sbPrivateItems) {
        if (sbPublicItems.isEmpty() && sbPrivateItems.isEmpty()) {
            return null;
        }
        if (!sbPrivateItems.isEmpty()) {
            return sort(context, sbPrivateItems, "for_user = ?", context.user());
        }
        return WorkspaceAccess.isManager(context) && sort(context, sbPublicItems, "public = ?", 1L);
    }

    private static boolean sort(Context context, List<?> items, String condition, Object value) {
        Context relaxed = relaxed(context).with(relaxed(context).flags().ignoringLinks());
        String sql = "SELECT name FROM {Workspace} WHERE title = ? AND " + condition + " ORDER BY sequence_id LIMIT 1";
        double place = 0;
        for (Object item : items) {
            place++;
            Map<?, ?> page = item instanceof Map<?, ?> map ? map : Map.of();
            List<?> values = List.of(String.valueOf(page.get("title")), value);
            for (String name : context.database().query(sql, values, row -> row.getString(1))) {
                Document workspace = relaxed.documents().getForUpdate(DOCTYPE, name);
                Object parent = page.get("parent_page");
                workspace.set("sequence_id", place).set("parent_page", parent == null ? "" : parent.toString());
                relaxed.documents().save(workspace);
            }
        }
        return true;
    }

    private static Document writable(Context context, String name) {
        Document workspace = context.documents().getForUpdate(DOCTYPE, name);
        if (workspace.check("public")) {
            checkManager(context);
        } else {
            checkOwn(workspace.text("for_user"), context);
        }
        return workspace;
    }

    private static void checkManager(Context context) {
        if (!WorkspaceAccess.isManager(context)) {
            throw new PermissionError("Workspaces of all are for Workspace Managers");
        }
    }

    private static void checkOwn(String user, Context context) {
        if (!user.equals(context.user()) && !WorkspaceAccess.isManager(context)) {
            throw new PermissionError("Workspaces of other users are for Workspace Managers");
        }
    }

    private static double lastPlace(Context context, boolean isPublic, String user) {
        String sql =
                "SELECT COALESCE(MAX(sequence_id), 0) FROM {Workspace} WHERE public = ? AND COALESCE(for_user, '') = ?";
        return context.database()
                .query(sql, List.of(isPublic ? 1 : 0, isPublic ? "" : user), row -> row.getDouble(1))
                .getFirst();
    }

    private static Context relaxed(Context context) {
        return context.with(context.flags().ignoringPermissions());
    }

    private static boolean isOn(@Nullable Object value) {
        return value != null && List.of("1", "true").contains(value.toString());
    }

    private static String text(Map<String, @Nullable Object> values, String key) {
        Object value = values.get(key);
        return value == null ? "" : value.toString();
    }
}
