package org.affogato.doctypes.frappe.desk.doctype.todo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.spi.Argument;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.Requires;
import org.affogato.engine.spi.Requires.Access;
import org.affogato.engine.spi.Whitelisted;
import org.affogato.engine.spi.WhitelistedMethods;
import org.jspecify.annotations.Nullable;

/** {@code frappe.desk.form.assign_to}, for documents that the caller may read. */
public final class AssignmentMethods implements WhitelistedMethods {
    private static final String MODULE = "frappe.desk.form.assign_to.";

    /** Assigns a document to users; answers its latest assignments. */
    @Whitelisted(MODULE + "add")
    @Requires(access = Access.ANY_USER)
    public List<Map<String, @Nullable Object>> add(
            Context context,
            List<?> assignTo,
            String doctype,
            String name,
            @Nullable String description,
            @Argument(otherwise = "Medium") String priority,
            @Nullable String date) {
        Assignments assignments = new Assignments(context, doctype, name);
        assignments.add(
                users(assignTo),
                new Assignment(
                        assignments.place(),
                        description == null ? "" : description,
                        priority,
                        date == null ? context.now().toLocalDate() : date));
        return assignments.shown();
    }

    private static List<String> users(List<?> given) {
        return given.stream().map(String::valueOf).toList();
    }

    /** Assigns several documents to users; without a description the first one's standard text serves for all. */
    @Whitelisted(MODULE + "add_multiple")
    @Requires(access = Access.ANY_USER)
    public void addMultiple(
            Context context,
            List<?> assignTo,
            String doctype,
            List<?> name,
            @Nullable String description,
            @Argument(otherwise = "Medium") String priority,
            @Nullable String date) {
        String text = description == null ? "" : description;
        Object day = date == null ? context.now().toLocalDate() : date;
        for (Object each : name) {
            Assignments assignments = new Assignments(context, doctype, String.valueOf(each));
            Assignment assignment = new Assignment(assignments.place(), text, priority, day);
            assignments.add(users(assignTo), assignment);
            text = assignment.text();
        }
    }

    /** Takes an assignment back; answers those that are left. */
    @Whitelisted(MODULE + "remove")
    @Requires(access = Access.ANY_USER)
    public List<Map<String, @Nullable Object>> remove(Context context, String doctype, String name, String assignTo) {
        Assignments assignments = new Assignments(context, doctype, name);
        assignments.end(assignTo, "Cancelled");
        return assignments.shown();
    }

    /** Takes all assignments of several documents back. */
    @Whitelisted(MODULE + "remove_multiple")
    @Requires(access = Access.ANY_USER)
    public void removeMultiple(Context context, String doctype, List<?> names) {
        for (Object name : names) {
            Assignments assignments = new Assignments(context, doctype, String.valueOf(name));
            assignments.shown().forEach(row -> assignments.end(String.valueOf(row.get("owner")), "Cancelled"));
        }
    }

    /** The assigned user is done with it; answers the assignments that are left. */
    @Whitelisted(MODULE + "close")
    @Requires(access = Access.ANY_USER)
    public List<Map<String, @Nullable Object>> close(Context context, String doctype, String name, String assignTo) {
        if (!assignTo.equals(context.user())) {
            throw new ValidationError("A task is completed by the user to whom it is assigned");
        }
        Assignments assignments = new Assignments(context, doctype, name);
        assignments.end(assignTo, "Closed");
        return assignments.shown();
    }

    /** A task for the caller. */
    @Whitelisted("frappe.desk.doctype.todo.todo.new_todo")
    @Requires(right = "create", doctype = "ToDo")
    public void newTodo(Context context, String description) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("description", description);
        context.documents().insert(context.documents().createWithDefaults("ToDo", values));
    }
}
