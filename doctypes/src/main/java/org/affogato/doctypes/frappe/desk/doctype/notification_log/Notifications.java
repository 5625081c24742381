package org.affogato.doctypes.frappe.desk.doctype.notification_log;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.affogato.engine.document.DocRef;
import org.affogato.engine.meta.Meta;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.Documents;
import org.jspecify.annotations.Nullable;

/** Writes Notification Logs to users who want them. Frappe: {@code enqueue_create_notification}. */
public final class Notifications {
    private final Context context;

    public Notifications(Context context) {
        this.context = context;
    }

    /** Tells the users of these mail addresses, the caller left out. */
    public void send(Collection<String> addresses, Notice notice) {
        for (String user : recipients(addresses)) {
            if (!user.equals(context.user())) {
                insert(user, notice);
            }
        }
    }

    /** Tells the caller of own work that went on in the background. */
    public void sendToCaller(Notice notice) {
        Object address = context.documents().value("User", context.user(), "email");
        recipients(List.of(String.valueOf(address))).forEach(user -> insert(user, notice));
    }

    private void insert(String user, Notice notice) {
        Documents documents =
                context.with(context.flags().ignoringPermissions()).documents();
        Map<String, @Nullable Object> values = values(notice);
        values.put("for_user", user);
        documents.insert(documents.create("Notification Log", values));
    }

    private List<String> recipients(Collection<String> addresses) {
        List<Object> wanted = new ArrayList<>(new LinkedHashSet<>(addresses));
        if (wanted.isEmpty()) {
            return List.of();
        }
        String marks = String.join(", ", Collections.nCopies(wanted.size(), "?"));
        return context.database()
                .query(
                        "SELECT u.name FROM {User} u LEFT JOIN {Notification Settings} s ON s.name = u.name"
                                + " WHERE u.enabled = 1 AND COALESCE(s.enabled, 1) = 1 AND u.email IN (" + marks + ")",
                        wanted,
                        row -> row.getString(1));
    }

    private Map<String, @Nullable Object> values(Notice notice) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("type", notice.type());
        values.put("document_type", notice.place().doctype());
        values.put("document_name", notice.place().name());
        values.put("subject", notice.subject());
        values.put("from_user", context.user());
        values.put("email_content", notice.content());
        return values;
    }

    /** How a document is named in a subject: by its title, as markup. */
    public String title(DocRef place) {
        Meta meta = context.meta(place.doctype());
        String field = meta.nameplateField();
        boolean titled = !field.equals("name") && meta.isColumn(field);
        Object title = titled ? context.documents().value(place.doctype(), place.name(), field) : place.name();
        return "<b class=\"subject-title\">" + title + "</b>";
    }

    /** Text in a subject that stands out. */
    public static String bold(String text) {
        return "<strong>" + text + "</strong>";
    }

    /**
     * What is told.
     *
     * @param type {@code Mention}, {@code Assignment}, {@code Share} or {@code Alert}
     * @param subject markup
     */
    public record Notice(
            String type,
            DocRef place,
            String subject,
            @Nullable String content) {}
}
