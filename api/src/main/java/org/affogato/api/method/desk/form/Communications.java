package org.affogato.api.method.desk.form;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.affogato.api.json.JsonWriter;
import org.affogato.engine.document.DocRef;
import org.affogato.engine.spi.Context;
import org.jspecify.annotations.Nullable;

/** Mails and other messages about a document, named by reference or by a timeline link. */
final class Communications {
    /** Names are gathered first: a union of whole rows would be sorted on the disk, for the texts in them. */
    private static final String ABOUT = """
            SELECT c.name, c.communication_type, c.communication_medium, c.comment_type, c.communication_date, c.content,
            c.sender, c.sender_full_name, c.cc, c.bcc, c.creation, c.subject, c.delivery_status, c._liked_by,
            c.reference_doctype, c.reference_name, c.read_by_recipient, c.rating, c.recipients
            FROM (SELECT name FROM {Communication} WHERE reference_doctype = ? AND reference_name = ?
            UNION SELECT parent FROM {Communication Link} WHERE link_doctype = ? AND link_name = ?) named
            JOIN {Communication} c ON c.name = named.name
            WHERE c.communication_type IN ('Communication', 'Feedback', 'Automated Message')""";
    /** What is written to a user is no matter of the user's own record. */
    private static final String NOT_TO_USERS =
            " AND NOT (c.reference_doctype = 'User' AND c.communication_type = 'Communication')";

    private final Context context;

    Communications(Context context) {
        this.context = context;
    }

    /** The latest first. Mails carry their attachments as JSON text. */
    List<Map<String, @Nullable Object>> about(DocRef place, long start, long limit) {
        String also = place.doctype().equals("User") ? NOT_TO_USERS : "";
        List<Map<String, @Nullable Object>> found = context.database()
                .query(
                        ABOUT + also + " ORDER BY c.creation DESC LIMIT ? OFFSET ?",
                        place.doctype(),
                        place.name(),
                        place.doctype(),
                        place.name(),
                        limit,
                        start);
        addAttachments(found);
        return found;
    }

    private void addAttachments(List<Map<String, @Nullable Object>> communications) {
        List<Map<String, @Nullable Object>> mails = communications.stream()
                .filter(row -> "Communication".equals(row.get("communication_type")))
                .toList();
        if (mails.isEmpty()) {
            return;
        }
        Map<Object, List<Object>> attachments = attachments(
                mails.stream().map(mail -> String.valueOf(mail.get("name"))).toList());
        mails.forEach(mail -> mail.put(
                "attachments", JsonWriter.text(attachments.getOrDefault(String.valueOf(mail.get("name")), List.of()))));
    }

    private Map<Object, List<Object>> attachments(List<String> mails) {
        String sql =
                "SELECT attached_to_name, file_url, is_private FROM {File} WHERE attached_to_doctype = 'Communication'"
                        + " AND attached_to_name IN (" + String.join(", ", Collections.nCopies(mails.size(), "?"))
                        + ") ORDER BY modified DESC";
        Map<Object, List<Object>> found = new LinkedHashMap<>();
        for (Map<String, @Nullable Object> row : context.database().query(sql, mails.toArray())) {
            Object mail = String.valueOf(row.remove("attached_to_name"));
            found.computeIfAbsent(mail, key -> new ArrayList<>()).add(row);
        }
        return found;
    }
}
