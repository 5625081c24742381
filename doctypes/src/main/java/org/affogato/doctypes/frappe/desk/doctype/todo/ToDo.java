package org.affogato.doctypes.frappe.desk.doctype.todo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.affogato.doctypes.frappe.core.doctype.comment.Timeline;
import org.affogato.engine.document.DocRef;
import org.affogato.engine.document.Document;
import org.affogato.engine.meta.DocPerm;
import org.affogato.engine.meta.Meta;
import org.affogato.engine.meta.Right;
import org.affogato.engine.spi.Condition;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.DocumentController;

/** A task; with a reference it assigns that document to its allocated user. */
public final class ToDo implements DocumentController {
    private static final Set<String> AUTOMATIC_ROLES = Set.of("Guest", "All", "Administrator", "Desk User");

    @Override
    public String doctype() {
        return "ToDo";
    }

    @Override
    public void onUpdate(Document todo, Context context) {
        if (refersToNothing(todo, context)) {
            return;
        }
        if (todo.before() == null) {
            tell(todo, context, "Assigned", assigned(todo, new Timeline(context)));
        } else if (todo.hasChanged("status")) {
            tell(todo, context, "Assignment Completed", completed(todo, context));
        }
        updateAssignees(todo, context);
    }

    private static String assigned(Document todo, Timeline timeline) {
        String by = timeline.fullName(todo.text("assigned_by"));
        if (todo.text("assigned_by").equals(todo.text("allocated_to"))) {
            return by + " took on this task: " + todo.text("description");
        }
        return "%s assigned %s: %s"
                .formatted(by, timeline.fullName(todo.text("allocated_to")), todo.text("description"));
    }

    private static String completed(Document todo, Context context) {
        Timeline timeline = new Timeline(context);
        String by = timeline.fullName(context.user());
        if (todo.text("allocated_to").equals(context.user())) {
            return by + " ended their assignment";
        }
        return "%s ended the assignment of %s".formatted(by, timeline.fullName(todo.text("allocated_to")));
    }

    private static void tell(Document todo, Context context, String type, String text) {
        new Timeline(context).add(new DocRef(todo.text("reference_type"), todo.text("reference_name")), type, text);
    }

    @Override
    public void onTrash(Document todo, Context context) {
        context.database()
                .execute("DELETE FROM {Communication Link} WHERE link_doctype = 'ToDo' AND link_name = ?", todo.name());
    }

    @Override
    public void afterDelete(Document todo, Context context) {
        if (!refersToNothing(todo, context)) {
            updateAssignees(todo, context);
        }
    }

    private static boolean refersToNothing(Document todo, Context context) {
        String doctype = todo.text("reference_type");
        return doctype.isEmpty() || todo.text("reference_name").isEmpty() || !context.hasDoctype(doctype);
    }

    /** Keeps {@code _assign} of the referred document: the users of its open tasks, the first assigned first. */
    private static void updateAssignees(Document todo, Context context) {
        Meta meta = context.meta(todo.text("reference_type"));
        if (meta.isSingle() || meta.isVirtual() || meta.isChild()) {
            return;
        }
        List<String> users = context.database()
                .query(
                        "SELECT allocated_to FROM {ToDo} WHERE reference_type = ? AND reference_name = ? "
                                + "AND status NOT IN ('Cancelled', 'Closed') AND COALESCE(allocated_to, '') <> '' ORDER BY modified",
                        List.of(todo.text("reference_type"), todo.text("reference_name")),
                        row -> row.getString(1));
        ArrayNode assignees = JsonNodeFactory.instance.arrayNode();
        users.forEach(assignees::add);
        context.database()
                .execute(
                        "UPDATE {%s} SET `_assign` = ? WHERE name = ?".formatted(meta.name()),
                        assignees.toString(),
                        todo.text("reference_name"));
    }

    @Override
    public boolean hasPermission(Document todo, Right right, Context context) {
        return hasToDoRole(context, right)
                || todo.text("allocated_to").equals(context.user())
                || todo.text("assigned_by").equals(context.user());
    }

    @Override
    public Optional<Condition> listCondition(Context context) {
        if (hasToDoRole(context, Right.READ)) {
            return Optional.empty();
        }
        return Optional.of(Condition.or(
                Condition.equal("allocated_to", context.user()), Condition.equal("assigned_by", context.user())));
    }

    /** Whether one of the user's own roles, not of those everybody has, gives the right on ToDo. */
    private static boolean hasToDoRole(Context context, Right right) {
        if (context.isAdministrator()) {
            return true;
        }
        for (DocPerm permission : context.meta("ToDo").permissions()) {
            boolean own = !AUTOMATIC_ROLES.contains(permission.role())
                    && context.roles().contains(permission.role());
            if (own && permission.permlevel() == 0 && permission.allows(right)) {
                return true;
            }
        }
        return false;
    }
}
