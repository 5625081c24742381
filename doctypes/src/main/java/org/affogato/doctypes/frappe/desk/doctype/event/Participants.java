package org.affogato.doctypes.frappe.desk.doctype.event;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.affogato.engine.document.Document;
import org.affogato.engine.spi.Context;
import org.jspecify.annotations.Nullable;

/** Who takes part in an event: their addresses, and the messages by which their timelines show it. */
final class Participants {
    private static final Map<String, String> MEDIUMS = Map.of(
            "Event", "Event", "Meeting", "Meeting", "Call", "Phone", "Sent/Received Email", "Email", "Other", "Other");
    private static final String CONTACTS =
            "SELECT c.email_id FROM {Dynamic Link} l JOIN {Contact} c ON c.name = l.parent"
                    + " WHERE l.parenttype = 'Contact' AND l.link_doctype = ? AND l.link_name = ?"
                    + " ORDER BY c.is_primary_contact DESC LIMIT 1";
    private static final String MESSAGES =
            "SELECT DISTINCT m.name FROM {Communication} m JOIN {Communication Link} l ON l.parent = m.name"
                    + " WHERE m.reference_doctype = 'Event' AND m.reference_name = ?"
                    + " AND l.link_doctype = ? AND l.link_name = ?";

    private final Document event;
    private final Context context;

    Participants(Document event, Context context) {
        this.event = event;
        this.context = context;
    }

    /** The address of the Contact that a participant is, or has. */
    void fillAddresses() {
        for (Document row : event.rows("event_participants")) {
            if (row.text("email").isEmpty()) {
                row.set("email", address(row.text("reference_doctype"), row.text("reference_docname")));
            }
        }
    }

    private @Nullable Object address(String doctype, String name) {
        if (doctype.equals("Contact")) {
            return context.documents().value("Contact", name, "email_id");
        }
        List<@Nullable Object> found =
                context.database().query(CONTACTS, List.of(doctype, name), row -> row.getString(1));
        return found.isEmpty() ? null : found.getFirst();
    }

    /** Brings the messages up to date; makes them where the participant's DocType wants events in its timeline. */
    void tell() {
        for (Document row : event.rows("event_participants")) {
            String doctype = row.text("reference_doctype");
            List<String> messages = context.database()
                    .query(
                            MESSAGES,
                            List.of(event.name(), doctype, row.text("reference_docname")),
                            found -> found.getString(1));
            if (!messages.isEmpty()) {
                messages.forEach(name -> write(context.documents().get("Communication", name), row));
            } else if (context.meta(doctype).is("allow_events_in_timeline")) {
                write(context.documents().createWithDefaults("Communication", Map.of()), row);
            }
        }
    }

    private void write(Document message, Document participant) {
        Context writing = context.with(context.flags().ignoringPermissions());
        String description = event.text("description");
        message.set("subject", event.get("subject"));
        message.set("content", description.isEmpty() ? event.get("subject") : description);
        message.set("communication_date", event.get("starts_on"));
        message.set("sender", event.owner());
        message.set("sender_full_name", context.documents().value("User", event.owner(), "full_name"));
        message.set("reference_doctype", "Event");
        message.set("reference_name", event.name());
        message.set("communication_medium", MEDIUMS.getOrDefault(event.text("event_category"), ""));
        message.set("status", "Linked");
        if (!message.isNew()) {
            writing.documents().save(message);
            return;
        }
        Map<String, @Nullable Object> link = new LinkedHashMap<>();
        link.put("link_doctype", participant.text("reference_doctype"));
        link.put("link_name", participant.text("reference_docname"));
        writing.documents().append(message, "timeline_links", link);
        writing.documents().insert(message);
    }

    /** Deletes the messages about the event. */
    void forget() {
        Context writing = context.with(context.flags().ignoringPermissions());
        context.database()
                .query(
                        "SELECT name FROM {Communication} WHERE reference_doctype = 'Event' AND reference_name = ?",
                        List.of(event.name()),
                        row -> row.getString(1))
                .forEach(name -> writing.documents().delete("Communication", name));
    }
}
