package org.affogato.doctypes.frappe.desk.doctype.workspace;

import java.util.List;
import java.util.Locale;
import org.affogato.doctypes.frappe.desk.desktop.Blocks;
import org.affogato.doctypes.frappe.desk.desktop.WorkspaceAccess;
import org.affogato.engine.document.Document;
import org.affogato.engine.error.NameError;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.DocumentController;

/** A page of the desk; one for all is written by Workspace Managers only. */
public final class Workspace implements DocumentController {
    @Override
    public String doctype() {
        return "Workspace";
    }

    @Override
    public void validate(Document workspace, Context context) {
        workspace.set("title", workspace.text("title").replaceAll("<[^>]*>", "").strip());
        if (workspace.check("public")
                && !WorkspaceAccess.isManager(context)
                && !context.flags().inMigrate()) {
            throw new ValidationError("A workspace for all is written by Workspace Managers");
        }
        if (!context.flags().inMigrate()) {
            checkAddress(workspace.text(workspace.hasChanged("title") ? "title" : "name"), context);
        }
        if (!Blocks.isList(workspace.text("content"))) {
            throw new ValidationError("The content of a workspace is a list");
        }
    }

    /** Pages and DocTypes have their addresses beside the workspaces'. */
    private static void checkAddress(String name, Context context) {
        String address = name.toLowerCase(Locale.ROOT).replace(' ', '-');
        for (String other : List.of("Page", "DocType")) {
            String sql = "SELECT name FROM {%s} WHERE REPLACE(name, ' ', '-') = ?".formatted(other);
            List<String> taken = context.database().query(sql, List.of(address), row -> row.getString(1));
            if (taken.stream().anyMatch(known -> !known.equals(name))) {
                throw new NameError("The name %s is taken, choose another one".formatted(name));
            }
        }
    }
}
