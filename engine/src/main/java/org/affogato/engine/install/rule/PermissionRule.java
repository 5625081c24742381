package org.affogato.engine.install.rule;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.affogato.engine.db.DefinitionQueries;
import org.affogato.engine.document.Document;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.spi.Answer;
import org.affogato.engine.spi.Context;

/** Permission rows make sense one by one and together. Frappe: {@code validate_permissions}. */
public final class PermissionRule implements DefinitionRule {
    private static final Set<String> AUTOMATIC = Set.of("Guest", "All", "Desk User", "Administrator");
    private static final List<String> BASIC = List.of("select", "read", "write", "submit", "cancel", "create");

    @Override
    public void apply(Document definition, Context context) {
        if (definition.check("istable")) {
            return;
        }
        for (Document row : definition.rows("permissions")) {
            row.set("permlevel", row.integer("permlevel"));
            refuseIf(BASIC.stream().noneMatch(row::check), row, "No role is given any right at level 0");
            checkTwice(row, definition);
            checkDependencies(row);
            checkKind(row, definition);
            checkLevelZero(row, definition);
            clearForSingle(row, definition, context);
            checkRole(row, definition, context);
        }
    }

    private static void refuseIf(boolean wrong, Document row, String problem) {
        if (wrong) {
            throw new ValidationError("For %s at level %d in %s in row %s: %s"
                    .formatted(
                            row.text("role"), row.integer("permlevel"), row.text("parent"), row.text("idx"), problem));
        }
    }

    private static void checkTwice(Document row, Document definition) {
        boolean twice = definition.rows("permissions").stream()
                .anyMatch(other -> other != row
                        && other.text("role").equals(row.text("role"))
                        && other.integer("permlevel") == row.integer("permlevel")
                        && other.check("if_owner") == row.check("if_owner"));
        refuseIf(twice, row, "Only one rule allowed with the same Role, Level and If Owner");
    }

    private static void checkDependencies(Document row) {
        boolean beyondWrite = row.check("submit") || row.check("cancel") || row.check("amend");
        refuseIf(row.check("cancel") && !row.check("submit"), row, "Cancel needs Submit as well");
        refuseIf(beyondWrite && !row.check("write"), row, "Submit, Cancel and Amend need Write as well");
        refuseIf(row.check("import") && !row.check("create"), row, "Import needs Create as well");
    }

    private static void checkKind(Document row, Document definition) {
        boolean submittable = definition.check("is_submittable");
        refuseIf(row.check("submit") && !submittable, row, "Cannot set Submit if not Submittable");
        refuseIf(row.check("amend") && !submittable, row, "Cannot set Amend if not Submittable");
        refuseIf(row.check("import") && !definition.check("allow_import"), row, "Cannot set Import if not importable");
    }

    private static void checkLevelZero(Document row, Document definition) {
        String role = row.text("role");
        if (row.integer("permlevel") == 0 || role.equals("All") || role.equals("Desk User")) {
            return;
        }
        boolean hasZero = definition.rows("permissions").stream()
                .anyMatch(other -> other.text("role").equals(role) && other.integer("permlevel") == 0);
        refuseIf(!hasZero, row, "Higher levels need a row at level 0 first");
        List.of("create", "submit", "cancel", "amend").stream()
                .filter(row::check)
                .forEach(right -> row.set(right, 0L));
    }

    private static void clearForSingle(Document row, Document definition, Context context) {
        if (definition.check("issingle") && row.check("report")) {
            context.answer().message(new Answer.Message("A Single has no Report right", Map.of()));
            row.set("report", 0L).set("import", 0L).set("export", 0L);
        }
    }

    /** Only Administrator gives rights on a custom DocType to everybody. */
    private static void checkRole(Document row, Document definition, Context context) {
        if (context.isAdministrator() || !definition.check("custom")) {
            return;
        }
        String role = row.text("role");
        if (AUTOMATIC.contains(role) || DefinitionQueries.isCustomRole(context.database(), role)) {
            throw new ValidationError("Row #%s: only Administrator can give rights on a custom DocType to the role %s"
                            .formatted(row.text("idx"), role))
                    .titled("Permissions Error");
        }
    }
}
