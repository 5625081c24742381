package org.affogato.doctypes.frappe.desk.doctype.todo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.affogato.doctypes.frappe.core.doctype.comment.Timeline;
import org.affogato.doctypes.frappe.core.doctype.docshare.Sharing;
import org.affogato.doctypes.frappe.desk.doctype.notification_log.Notifications;
import org.affogato.doctypes.frappe.desk.doctype.notification_log.Notifications.Notice;
import org.affogato.doctypes.frappe.email.doctype.document_follow.Following;
import org.affogato.engine.document.DocRef;
import org.affogato.engine.document.Document;
import org.affogato.engine.error.PermissionError;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.meta.Right;
import org.affogato.engine.spi.Answer.Message;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.Documents;
import org.jspecify.annotations.Nullable;

/** The users to whom a document is assigned, each by a ToDo of their own. Frappe: {@code frappe.desk.form.assign_to}. */
final class Assignments {
    private static final int SHOWN = 5;
    private static final String OPEN = " AND status NOT IN ('Cancelled', 'Closed')";
    private static final String PLACE = " FROM {ToDo} WHERE reference_type = ? AND reference_name = ?";

    private final Context context;
    private final Documents relaxed;
    private final Document document;

    /**
     * @throws PermissionError where the caller may not read the document
     */
    Assignments(Context context, String doctype, String name) {
        this.context = context;
        this.relaxed = context.with(context.flags().ignoringPermissions()).documents();
        this.document = context.documents().get(doctype, name);
        context.permissions().check(Right.READ, document);
    }

    DocRef place() {
        return document.ref();
    }

    /** The latest few: {@code owner}, who is assigned, and the ToDo's {@code name}. */
    List<Map<String, @Nullable Object>> shown() {
        return context.database()
                .query(
                        "SELECT allocated_to AS owner, name" + PLACE + OPEN + " ORDER BY modified DESC LIMIT " + SHOWN,
                        document.doctype(),
                        document.name());
    }

    /** Assigns the document to the users; those who could not read it get it shared. */
    void add(List<String> users, Assignment assignment) {
        List<String> had = new ArrayList<>();
        List<String> shared = new ArrayList<>();
        for (String user : users) {
            if (isAssigned(user)) {
                had.add(user);
            } else if (assign(user, assignment)) {
                shared.add(user);
            }
        }
        tellCaller("The document was shared with these users, who now read it: ", shared);
        tellCaller("These users have it among their tasks already: ", had);
    }

    private boolean isAssigned(String user) {
        return !context.database()
                .query(
                        "SELECT name" + PLACE + " AND status = 'Open' AND allocated_to = ? LIMIT 1",
                        document.doctype(),
                        document.name(),
                        user)
                .isEmpty();
    }

    /** Whether the document had to be shared. */
    private boolean assign(String user, Assignment assignment) {
        relaxed.insert(relaxed.create("ToDo", assignment.values(user, context.user())));
        setAssignedTo(user);
        boolean sharing = !context.as(user).permissions().has(Right.READ, document);
        if (sharing) {
            share(user);
        }
        new Following(context).followIfWanted(document.ref(), user, "follow_assigned_documents");
        tell(context.user(), user, "%s assigned a new task %s %s to you", "<div>" + assignment.text() + "</div>");
        return sharing;
    }

    private void share(String user) {
        if (relaxed.single("System Settings", "disable_document_sharing") instanceof Number off
                && off.intValue() != 0) {
            throw new ValidationError(
                    "User %s may not read this document, and sharing is switched off: give the right to read it first"
                            .formatted(user));
        }
        if (!context.permissions().has(Right.SHARE, document)) {
            throw new PermissionError("No permission to share " + document);
        }
        new Sharing(context).grantRead(document.ref(), user);
    }

    /** Some DocTypes show whom a document is assigned to in a field; whoever may change the document changes that too. */
    private void setAssignedTo(@Nullable String user) {
        if (document.meta().isColumn("assigned_to")
                && document.meta().has("assigned_to")
                && context.permissions().has(Right.WRITE, document)) {
            Map<String, @Nullable Object> values = new LinkedHashMap<>();
            values.put("assigned_to", user);
            context.documents().setValues(document, values, true);
        }
    }

    private void tellCaller(String text, List<String> users) {
        if (!users.isEmpty()) {
            context.answer().message(new Message(text + String.join(", ", users), Map.of()));
        }
    }

    /** Ends a user's assignment with the given status. */
    void end(String user, String status) {
        Optional<String> name = context
                .database()
                .query(
                        "SELECT name" + PLACE + " AND allocated_to = ? AND status <> ? ORDER BY modified DESC LIMIT 1",
                        List.of(document.doctype(), document.name(), user, status),
                        row -> row.getString(1))
                .stream()
                .findFirst();
        if (name.isPresent()) {
            Document todo = relaxed.get("ToDo", name.get());
            relaxed.save(todo.set("status", status));
            tell(todo.text("assigned_by"), todo.text("allocated_to"), "%s has removed your assignment on %s %s", null);
        }
        setAssignedTo(null);
    }

    private void tell(String assignedBy, String user, String subject, @Nullable String content) {
        if (assignedBy.isEmpty() || user.isEmpty() || assignedBy.equals(user)) {
            return;
        }
        Notifications notifications = new Notifications(context);
        String text = subject.formatted(
                Notifications.bold(new Timeline(context).fullName(context.user())),
                Notifications.bold(document.doctype()),
                notifications.title(document.ref()));
        notifications.send(List.of(user), new Notice("Assignment", document.ref(), text, content));
    }
}
