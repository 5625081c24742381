package org.affogato.doctypes.frappe.workflow.doctype.workflow_action;

import java.util.List;
import java.util.Optional;
import org.affogato.engine.document.Document;
import org.affogato.engine.meta.Right;
import org.affogato.engine.spi.Condition;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.DocumentController;

/** A step that waits for one user or for those who have a role; open ones are listed. */
public final class WorkflowAction implements DocumentController {
    @Override
    public String doctype() {
        return "Workflow Action";
    }

    @Override
    public boolean hasPermission(Document action, Right right, Context context) {
        return action.text("user").equals(context.user())
                || action.rows("permitted_roles").stream()
                        .anyMatch(row -> context.roles().contains(row.text("role")));
    }

    @Override
    public Optional<Condition> listCondition(Context context) {
        Condition byRole = Condition.anyRow("permitted_roles", Condition.in("role", List.copyOf(context.roles())));
        Condition mine = Condition.or(byRole, Condition.equal("user", context.user()));
        return Optional.of(Condition.and(mine, Condition.equal("status", "Open")));
    }
}
