package org.affogato.doctypes.frappe.core.doctype.report;

import java.util.List;
import java.util.Map;
import org.affogato.engine.document.Document;
import org.affogato.engine.error.PermissionError;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.meta.DocPerm;
import org.affogato.engine.meta.Meta;
import org.affogato.engine.meta.Right;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.DocumentController;
import org.affogato.engine.spi.Documents;
import org.affogato.engine.spi.ListRequest;
import org.jspecify.annotations.Nullable;

/** A saved report on a DocType; those with code are for Script Managers, those of an app for Administrator. */
public final class Report implements DocumentController {
    @Override
    public String doctype() {
        return "Report";
    }

    @Override
    public void beforeInsert(Document report, Context context) {
        addRoles(report, context);
    }

    /** A report of the site is for the roles that have rights on its DocType, unless it names its own. */
    private static void addRoles(Document report, Context context) {
        boolean isOwn = !report.text("is_standard").equals("Yes");
        if (!isOwn || !report.rows("roles").isEmpty() || !context.hasDoctype(report.text("ref_doctype"))) {
            return;
        }
        Meta meta = context.meta(report.text("ref_doctype"));
        if (!meta.isChild()) {
            for (DocPerm permission : meta.permissions()) {
                addRole(report, permission, context);
            }
        }
    }

    private static void addRole(Document report, DocPerm permission, Context context) {
        if (permission.permlevel() == 0) {
            context.documents().append(report, "roles", Map.of("role", permission.role()));
        }
    }

    @Override
    public void validate(Document report, Context context) {
        if (report.text("module").isEmpty()) {
            report.set("module", context.documents().value("DocType", report.text("ref_doctype"), "module"));
        }
        if (report.text("is_standard").isEmpty()) {
            boolean ships = context.isAdministrator() && context.developerMode();
            report.set("is_standard", ships ? "Yes" : "No");
        }
        checkStandard(report, context);
        checkCode(report, context);
        if (report.text("report_type").equals("Report Builder")
                && report.text("json").isEmpty()) {
            report.set("json", "{}");
        }
    }

    private static void checkStandard(Document report, Context context) {
        boolean isStandard = report.text("is_standard").equals("Yes");
        Document before = report.before();
        if (!isStandard && before != null && before.text("is_standard").equals("Yes")) {
            throw new ValidationError("A standard report cannot be edited: duplicate it");
        }
        if (isStandard && !context.isAdministrator()) {
            throw new ValidationError("Only Administrator can save a standard report");
        }
    }

    private static void checkCode(Document report, Context context) {
        boolean hasCode = !report.text("report_type").equals("Report Builder");
        boolean mayCode = context.isAdministrator() || context.roles().contains("Script Manager");
        if (report.text("is_standard").equals("No") && hasCode && !mayCode) {
            throw new PermissionError("This needs the role Script Manager");
        }
    }

    @Override
    public void onTrash(Document report, Context context) {
        boolean isShipped = report.text("is_standard").equals("Yes");
        if (isShipped && !context.developerMode() && !context.flags().inMigrate()) {
            throw new ValidationError("A standard report cannot be deleted");
        }
        Documents documents =
                context.with(context.flags().ignoringPermissions()).documents();
        documents
                .list(ListRequest.all("Custom Role", List.of("name"), Map.of("report", report.name())))
                .forEach(row -> documents.delete("Custom Role", String.valueOf(row.get("name"))));
    }

    @Override
    public Map<String, DocumentMethod> methods() {
        return Map.of("toggle_disable", Report::toggle, "set_doctype_roles", Report::giveRoles);
    }

    private static @Nullable Object toggle(Document report, Map<String, @Nullable Object> arguments, Context context) {
        context.permissions().check(Right.WRITE, report);
        Object given = arguments.get("disable");
        boolean disable = given != null && !List.of("", "0", "false").contains(given.toString());
        context.documents().setValues(report, Map.of("disabled", disable ? 1L : 0L), true);
        return null;
    }

    private static @Nullable Object giveRoles(
            Document report, Map<String, @Nullable Object> arguments, Context context) {
        addRoles(report, context);
        return null;
    }
}
