package org.affogato.api.auth.password;

import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.affogato.api.auth.RateLimits;
import org.affogato.api.request.HttpCall;
import org.affogato.engine.Engine;
import org.affogato.engine.document.Document;
import org.affogato.engine.error.OutgoingEmailError;
import org.affogato.engine.spi.Answer.Message;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.Host;
import org.affogato.engine.spi.Mail;
import org.affogato.engine.spi.Requires;
import org.affogato.engine.spi.Requires.Access;
import org.affogato.engine.spi.Whitelisted;
import org.affogato.engine.spi.WhitelistedMethods;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The link to a new password, by mail. The answer is the same, and as fast, whether there is such a user or not: the
 * work is done beside it. Frappe: {@code reset_password}.
 */
@Singleton
public class PasswordReset implements WhitelistedMethods {
    private static final Logger LOG = Logger.getLogger(PasswordReset.class);
    private static final int DEFAULT_LIMIT = 3;

    private final Provider<Engine> engine; // made after the methods
    private final RateLimits limits;

    public PasswordReset(Provider<Engine> engine, RateLimits limits) {
        this.engine = engine;
        this.limits = limits;
    }

    @Whitelisted("frappe.core.doctype.user.user.reset_password")
    @Requires(access = Access.GUEST)
    public @Nullable String resetPassword(Context context, @Host HttpCall call, String user) {
        long allowed = engine.get().permissions().settings().integer("password_reset_limit", DEFAULT_LIMIT, context);
        limits.count("reset_password", call, allowed, Duration.ofDays(1));
        if (user.equals(Context.ADMINISTRATOR)) {
            return "not allowed";
        }
        if (!engine.get().mailSender().isConfigured()) {
            throw new OutgoingEmailError("No mail server is set up");
        }
        Thread.ofVirtual().name("password-reset").start(() -> sendTo(user));
        Map<String, Object> attributes = Map.of("title", "Password Email Sent");
        context.answer().message(new Message("If there is such a user, a mail with a link is on its way", attributes));
        return null;
    }

    private void sendTo(String user) {
        try {
            engine.get().run(Context.GUEST, context -> {
                enabled(user, context).ifPresent(found -> mail(found, context));
                return user;
            });
        } catch (RuntimeException failure) {
            LOG.error("A password could not be reset", failure);
        }
    }

    private static Optional<Document> enabled(String user, Context context) {
        return context.documents().find("User", user).filter(found -> found.check("enabled"));
    }

    private static void mail(Document user, Context context) {
        String link = context.url("/update-password?key=" + context.secrets().newResetKey(user.name()));
        String text = """
                Hello %s,

                somebody, hopefully you, asked for a new password at %s.
                Choose it here:

                %s

                If it was not you, leave this mail alone: nothing changes then.
                """.formatted(user.text("first_name"), context.url("/"), link);
        context.mail(new Mail(user.text("email"), "Password Reset", text));
    }
}
