package org.affogato.doctypes.frappe.core.doctype.comment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import org.affogato.doctypes.frappe.desk.doctype.notification_log.Notifications;
import org.affogato.doctypes.frappe.desk.doctype.notification_log.Notifications.Notice;
import org.affogato.engine.document.DocRef;
import org.affogato.engine.document.Document;
import org.affogato.engine.spi.Context;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** Users and groups called by {@code @name} in a comment are told of it. Frappe: {@code notify_mentions}. */
final class Mentions {
    private final Context context;

    Mentions(Context context) {
        this.context = context;
    }

    void tell(Document comment) {
        String content = comment.text("content");
        DocRef place = new DocRef(comment.text("reference_doctype"), comment.text("reference_name"));
        if (!content.contains("mention")
                || place.doctype().isEmpty()
                || place.name().isEmpty()) {
            return;
        }
        Collection<String> addresses = addresses(named(content));
        if (addresses.isEmpty()) {
            return;
        }
        Notifications notifications = new Notifications(context);
        String subject = "%s mentioned you in a comment in %s %s"
                .formatted(
                        Notifications.bold(new Timeline(context).fullName(context.user())),
                        Notifications.bold(place.doctype()),
                        notifications.title(place));
        notifications.send(addresses, new Notice("Mention", place, subject, content));
    }

    private Collection<String> named(String content) {
        Collection<String> users = new LinkedHashSet<>();
        for (Element mention : Jsoup.parseBodyFragment(content).select(".mention[data-id]")) {
            if (mention.attr("data-is-group").equals("true")) {
                users.addAll(members(mention.attr("data-id")));
            } else {
                users.add(mention.attr("data-id"));
            }
        }
        return users;
    }

    private List<String> members(String group) {
        return context.database()
                .query(
                        "SELECT {User Group Member.user} FROM {User Group Member} WHERE parent = ? AND parenttype = 'User Group'",
                        List.of(group),
                        row -> row.getString(1));
    }

    /** The mail addresses of those who can be mentioned. */
    private Collection<String> addresses(Collection<String> users) {
        if (users.isEmpty()) {
            return List.of();
        }
        String marks = String.join(", ", Collections.nCopies(users.size(), "?"));
        return context.database()
                .query(
                        "SELECT email FROM {User} WHERE enabled = 1 AND user_type = 'System User'"
                                + " AND allowed_in_mentions = 1 AND name IN (" + marks + ")",
                        new ArrayList<>(users),
                        row -> row.getString(1));
    }
}
