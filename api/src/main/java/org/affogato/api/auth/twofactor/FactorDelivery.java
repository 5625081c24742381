package org.affogato.api.auth.twofactor;

import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import org.affogato.engine.Engine;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.Mail;

/** Brings a code, or the way to set up an app, to the user by mail; says to the client how it went. */
@Singleton
class FactorDelivery {
    private final Engine engine;

    FactorDelivery(Engine engine) {
        this.engine = engine;
    }

    /** The key {@code verification} of the login's answer. */
    Map<String, Object> deliver(Ticket ticket, OneTimePassword password, boolean isSetUp, Context context) {
        Map<String, Object> answer = new LinkedHashMap<>();
        if (ticket.method().equals(Ticket.APP) && isSetUp) {
            answer.put("method", "OTP App");
            answer.put("setup", true);
            return answer;
        }
        boolean byMail = ticket.method().equals(Ticket.MAIL);
        boolean sent = byMail ? mailCode(ticket, password, context) : mailSetup(ticket.user(), context);
        answer.put("token_delivery", sent);
        answer.put("prompt", sent ? prompt(byMail) : "No mail could be sent: ask your administrator.");
        answer.put("method", "Email");
        answer.put("setup", sent);
        return answer;
    }

    private static String prompt(boolean code) {
        return code
                ? "A code was sent to your mail address."
                : "A mail tells you how to set up your authenticator app. Then enter its code here.";
    }

    private boolean mailCode(Ticket ticket, OneTimePassword password, Context context) {
        String text = "Your code to log in to %s is%n%n    %s%n%nIt counts for five minutes."
                .formatted(context.url("/"), password.at(ticket.counter()));
        return mail(ticket.user(), "Login code", text, context);
    }

    private boolean mailSetup(String user, Context context) {
        String link = context.url("/qrcode?k=" + SetupKey.create(user, context));
        String text = "To log in to %s you need codes of an authenticator app. Set it up by this page, soon:%n%n%s"
                .formatted(context.url("/"), link);
        return mail(user, "Set up your authenticator app", text, context);
    }

    /** Tells the user that his second factor is gone. */
    void mailReset(String user, Context context) {
        String text =
                "The secret of your authenticator app for %s was reset. If that was not you, tell your administrator at once."
                        .formatted(context.url("/"));
        mail(user, "Your second factor was reset", text, context);
    }

    private boolean mail(String user, String subject, String text, Context context) {
        if (!engine.mailSender().isConfigured()) {
            return false;
        }
        Object address = context.documents().value("User", user, "email");
        if (address == null || address.toString().isEmpty()) {
            return false;
        }
        context.mail(new Mail(address.toString(), subject, text));
        return true;
    }
}
