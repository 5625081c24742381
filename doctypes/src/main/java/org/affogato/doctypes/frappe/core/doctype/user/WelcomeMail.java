package org.affogato.doctypes.frappe.core.doctype.user;

import java.util.Map;
import org.affogato.engine.document.Document;
import org.affogato.engine.error.OutgoingEmailError;
import org.affogato.engine.spi.Answer.Message;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.Mail;

/** Tells a new user of the account, with a link to choose a password. */
final class WelcomeMail {
    private final Context context;

    WelcomeMail(Context context) {
        this.context = context;
    }

    /** Sends it; where no mail server is set up the one who made the user is told so. */
    void send(Document user) {
        try {
            context.mail(new Mail(user.text("email"), "Welcome to " + siteName(), text(user)));
            tell("A welcome mail is on its way.", Map.of());
        } catch (OutgoingEmailError off) {
            tell("No welcome mail was sent: no mail server is set up.", Map.of("alert", 1));
        }
    }

    private String text(Document user) {
        String link = context.url("/update-password?key=" + context.secrets().newResetKey(user.name()));
        return """
                Hello %s,

                an account has been made for you at %s. Your login is %s.
                Choose your password here:

                %s
                """.formatted(user.text("first_name"), context.url("/"), user.name(), link);
    }

    private String siteName() {
        Object name = context.documents().single("System Settings", "app_name");
        return name == null || name.toString().isEmpty() ? "Affogato" : name.toString();
    }

    private void tell(String text, Map<String, Object> attributes) {
        if (!context.isGuest()) {
            context.answer().message(new Message(text, attributes));
        }
    }
}
