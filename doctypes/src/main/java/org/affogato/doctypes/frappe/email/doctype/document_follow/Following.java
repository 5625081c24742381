package org.affogato.doctypes.frappe.email.doctype.document_follow;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.affogato.engine.document.DocRef;
import org.affogato.engine.document.Document;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.Documents;
import org.affogato.engine.spi.ListRequest;
import org.jspecify.annotations.Nullable;

/** Lets users follow documents. Frappe: {@code frappe.desk.form.document_follow}. */
public final class Following {
    private static final String DOCTYPE = "Document Follow";
    /** Logs and messages: nobody is told of what happens to them. */
    private static final Set<String> NEVER = Set.of(
            "Communication",
            "ToDo",
            "Email Unsubscribe",
            "File",
            "Comment",
            "Email Account",
            "Email Domain",
            "Version",
            "Error Log",
            "Scheduled Job Log",
            "Event Sync Log",
            "Event Update Log",
            "Access Log",
            "View Log",
            "Activity Log",
            "Energy Point Log",
            "Notification Log",
            "Email Queue",
            "DocShare",
            DOCTYPE,
            "Console Log");

    private final Context context;
    private final Documents documents;

    public Following(Context context) {
        this.context = context;
        this.documents = context.with(context.flags().ignoringPermissions()).documents();
    }

    /** The new Document Follow; empty where the DocType cannot be followed, or the user does not want to or does already. */
    public Optional<Document> follow(DocRef place, String user) {
        boolean follows = canBeFollowed(place.doctype())
                && !user.equals(Context.ADMINISTRATOR)
                && wants(user, "document_follow_notify")
                && find(place, user).isEmpty();
        return follows ? Optional.of(documents.insert(create(place, user))) : Optional.empty();
    }

    private boolean canBeFollowed(String doctype) {
        return !NEVER.contains(doctype) && context.meta(doctype).is("track_changes");
    }

    /** Follows the document if the user set that this kind of contact with it is enough. */
    public void followIfWanted(DocRef place, String user, String setting) {
        if (canBeFollowed(place.doctype()) && wants(user, setting)) {
            follow(place, user);
        }
    }

    private boolean wants(String user, String setting) {
        return documents.value("User", user, setting) instanceof Number flag && flag.intValue() != 0;
    }

    private Document create(DocRef place, String user) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("ref_doctype", place.doctype());
        values.put("ref_docname", place.name());
        values.put("user", user);
        return documents.create(DOCTYPE, values);
    }

    /** Whether the user had followed the document. */
    public boolean unfollow(DocRef place, String user) {
        Optional<String> found = find(place, user);
        found.ifPresent(name -> documents.delete(DOCTYPE, name));
        return found.isPresent();
    }

    private Optional<String> find(DocRef place, String user) {
        Map<String, Object> filters = filters(place);
        filters.put("user", user);
        ListRequest request = ListRequest.all(DOCTYPE, List.of("name"), filters).limited(1);
        return documents.list(request).stream().findFirst().map(row -> String.valueOf(row.get("name")));
    }

    /** Rows with the {@code user} of everybody who follows the document. */
    List<Map<String, @Nullable Object>> followers(DocRef place) {
        return documents.list(
                ListRequest.all(DOCTYPE, List.of("user"), filters(place)).orderedBy("modified desc"));
    }

    private static Map<String, Object> filters(DocRef place) {
        Map<String, Object> filters = new LinkedHashMap<>();
        filters.put("ref_doctype", place.doctype());
        filters.put("ref_docname", place.name());
        return filters;
    }
}
