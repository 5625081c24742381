package org.affogato.doctypes.frappe.desk.doctype.notification_log;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.affogato.engine.document.Document;
import org.affogato.engine.error.OutgoingEmailError;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.Mail;
import org.jsoup.Jsoup;

/** A notification by mail, to users who want notifications of its type so. */
final class NotificationMail {
    private static final Set<String> TYPES = Set.of("Mention", "Assignment", "Share");

    private final Context context;

    NotificationMail(Context context) {
        this.context = context;
    }

    /** Nothing is sent where no mail server is set up: the notification stands in the desk anyway. */
    void send(Document log) {
        if (!TYPES.contains(log.text("type"))) {
            return;
        }
        String wish = "s.enable_email_" + log.text("type").toLowerCase(Locale.ROOT);
        context.database()
                .query(
                        "SELECT u.email FROM {User} u LEFT JOIN {Notification Settings} s ON s.name = u.name WHERE u.name = ?"
                                + " AND COALESCE(s.enable_email_notifications, 1) = 1 AND COALESCE(" + wish
                                + ", 1) = 1",
                        List.of(log.text("for_user")),
                        row -> row.getString(1))
                .forEach(address -> send(log, address));
    }

    private void send(Document log, String address) {
        String subject = Jsoup.parseBodyFragment(log.text("subject")).text();
        String content = Jsoup.parseBodyFragment(log.text("email_content")).wholeText();
        try {
            context.mail(new Mail(address, subject, subject + "\n\n" + content + "\n\n" + link(log) + "\n"));
        } catch (OutgoingEmailError off) {
            return;
        }
    }

    private String link(Document log) {
        String doctype = log.text("document_type").toLowerCase(Locale.ROOT).replace(' ', '-');
        String name = URLEncoder.encode(log.text("document_name"), StandardCharsets.UTF_8)
                .replace("+", "%20");
        return context.url("/app/" + doctype + "/" + name);
    }
}
