package org.affogato.doctypes.frappe.core.doctype.communication;

import java.util.List;
import java.util.Optional;
import org.affogato.doctypes.frappe.core.doctype.comment.RemarkList;
import org.affogato.engine.document.Document;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.meta.Right;
import org.affogato.engine.spi.Condition;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.DocumentController;
import org.jsoup.Jsoup;

/** A mail or another message from or to somebody, about a document perhaps. */
public final class Communication implements DocumentController {
    private static final int SUBJECT_FROM = 141;

    @Override
    public String doctype() {
        return "Communication";
    }

    @Override
    public void validate(Document message, Context context) {
        checkReference(message, context);
        fill(message, context);
        if (isMail(message)) {
            List.of("recipients", "cc", "bcc").forEach(field -> Addresses.check(message.text(field)));
        }
        new Sender(message, context).settle();
        if (message.text("communication_medium").equals("Email")) {
            new TimelineLinks(message, context).add();
        }
        if (message.isNew()) {
            setStatus(message);
        }
    }

    private static void checkReference(Document message, Context context) {
        String doctype = message.text("reference_doctype");
        if (doctype.isEmpty() || message.text("reference_name").isEmpty()) {
            return;
        }
        if (context.meta(doctype).isChild()) {
            throw new ValidationError("A message cannot be about a row of " + doctype);
        }
    }

    private static void fill(Document message, Context context) {
        if (message.text("user").isEmpty()) {
            message.set("user", context.user());
        }
        if (message.text("subject").isEmpty()) {
            String content = message.text("content");
            String start = content.substring(0, Math.min(SUBJECT_FROM, content.length()));
            message.set("subject", Jsoup.parseBodyFragment(start).text());
        }
        if (message.text("sent_or_received").isEmpty()) {
            message.set("seen", 1L).set("sent_or_received", "Sent");
        }
        if (message.text("send_after").isEmpty()) {
            message.set("send_after", null);
        }
    }

    private static boolean isMail(Document message) {
        return message.text("communication_type").equals("Communication")
                && message.text("communication_medium").equals("Email");
    }

    private static void setStatus(Document message) {
        boolean refers = !message.text("reference_doctype").isEmpty()
                && !message.text("reference_name").isEmpty();
        String alone = message.text("communication_type").equals("Communication") ? "Open" : "Closed";
        message.set("status", refers ? "Linked" : alone);
        if (message.get("send_after") != null) {
            message.set("delivery_status", "Scheduled");
        }
    }

    @Override
    public void afterInsert(Document message, Context context) {
        boolean answers = message.text("reference_doctype").equals(doctype())
                && message.text("sent_or_received").equals("Sent");
        if (answers) {
            context.database()
                    .execute(
                            "UPDATE {Communication} SET status = 'Replied' WHERE name = ?",
                            message.text("reference_name"));
        }
    }

    @Override
    public void onUpdate(Document message, Context context) {
        if (!message.text("content").isEmpty()) {
            new RemarkList(message, context).put();
        }
    }

    /** A message about a document is read by those who may read that one. */
    @Override
    public boolean hasPermission(Document message, Right right, Context context) {
        String doctype = message.text("reference_doctype");
        String name = message.text("reference_name");
        boolean about = !doctype.isEmpty() && !name.isEmpty() && context.hasDoctype(doctype);
        boolean itself = doctype.equals(doctype()) && name.equals(message.name());
        if (right != Right.READ || !about || itself) {
            return true;
        }
        return context.documents()
                .find(doctype, name)
                .map(place -> context.permissions().has(Right.READ, place))
                .orElse(true);
    }

    /** Mails are listed to those only who have their account. */
    @Override
    public Optional<Condition> listCondition(Context context) {
        boolean all = context.isAdministrator()
                || context.roles().contains("System Manager")
                || context.roles().contains("Super Email User");
        if (all) {
            return Optional.empty();
        }
        List<String> accounts = context.database()
                .query(
                        "SELECT DISTINCT email_account FROM {User Email} WHERE parent = ? AND parenttype = 'User'",
                        List.of(context.user()),
                        row -> row.getString(1));
        return Optional.of(
                accounts.isEmpty()
                        ? Condition.not(Condition.equal("communication_medium", "Email"))
                        : Condition.in("email_account", accounts));
    }
}
