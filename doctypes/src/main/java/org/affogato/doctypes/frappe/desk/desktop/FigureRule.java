package org.affogato.doctypes.frappe.desk.desktop;

import java.util.List;
import java.util.Optional;
import org.affogato.engine.document.Document;
import org.affogato.engine.spi.Condition;
import org.affogato.engine.spi.Context;

/**
 * Whom a chart or number card is for: those who may run its report or read its DocType, where it does not name the roles
 * it is for, and whom its module is not blocked for. System Managers see all.
 *
 * @param typeField the field that says {@code Report} for those of a report
 * @param namesRoles whether it has roles of its own
 */
public record FigureRule(String typeField, boolean namesRoles) {
    private static final String REPORT = "Report";

    private static boolean seesAll(Context context) {
        return context.isAdministrator() || context.roles().contains("System Manager");
    }

    public Optional<Condition> condition(Context context) {
        if (seesAll(context)) {
            return Optional.empty();
        }
        Reach reach = new Reach(context);
        Condition ofReport = Condition.equal(typeField, REPORT);
        Condition counted = Condition.or(
                Condition.and(
                        ofReport,
                        Condition.in("report_name", List.copyOf(reach.reports().keySet()))),
                Condition.and(Condition.not(ofReport), Condition.in("document_type", List.copyOf(reach.readable()))));
        Condition open = BlockedModules.ofFigures(context).condition().orElse(Condition.ALL);
        if (!namesRoles) {
            return Optional.of(Condition.and(open, counted));
        }
        Condition named = Condition.anyRow("roles", Condition.ALL);
        Condition mine = Condition.anyRow("roles", Condition.in("role", List.copyOf(context.roles())));
        return Optional.of(Condition.and(open, Condition.or(mine, Condition.and(Condition.not(named), counted))));
    }

    public boolean allows(Document figure, Context context) {
        if (seesAll(context)) {
            return true;
        }
        if (BlockedModules.ofFigures(context).hold(figure.text("module"))) {
            return false;
        }
        List<Document> roles = namesRoles ? figure.rows("roles") : List.of();
        if (!roles.isEmpty()) {
            return roles.stream().anyMatch(row -> context.roles().contains(row.text("role")));
        }
        Reach reach = new Reach(context);
        return figure.text(typeField).equals(REPORT)
                ? reach.reports().containsKey(figure.text("report_name"))
                : reach.readable().contains(figure.text("document_type"));
    }
}
