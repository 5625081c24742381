package org.affogato.api.auth.guest;

import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import org.affogato.api.auth.RateLimits;
import org.affogato.api.auth.SecondFactor;
import org.affogato.api.auth.page.Page;
import org.affogato.api.request.HttpCall;
import org.affogato.api.request.Reply;
import org.affogato.engine.Engine;
import org.affogato.engine.document.Document;
import org.affogato.engine.error.OutgoingEmailError;
import org.affogato.engine.permission.UserAccess;
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
 * Logging in by a link that is sent by mail and counts once. Whether there is such a user is told to nobody. Frappe:
 * {@code www/login.py}.
 */
@Singleton
public class LoginLink implements WhitelistedMethods {
    private static final Logger LOG = Logger.getLogger(LoginLink.class);
    private static final String MODULE = "frappe.www.login.";
    private static final int AN_HOUR = 5;
    private static final int DEFAULT_MINUTES = 10;
    private static final int FORBIDDEN = 403;
    private static final int EXPECTATION_FAILED = 417;

    private final Provider<Engine> engine; // made after the methods
    private final Provider<SecondFactor> secondFactor;
    private final RateLimits limits;
    private final LinkKeys keys;

    public LoginLink(Provider<Engine> engine, Provider<SecondFactor> secondFactor, RateLimits limits, LinkKeys keys) {
        this.engine = engine;
        this.secondFactor = secondFactor;
        this.limits = limits;
        this.keys = keys;
    }

    @Whitelisted(MODULE + "send_login_link")
    @Requires(access = Access.GUEST)
    public @Nullable Object send(Context context, @Host HttpCall call, String email) {
        limits.count("send_login_link", call, AN_HOUR, Duration.ofHours(1));
        if (setting("login_with_email_link", 1, context) == 0) {
            return null;
        }
        if (!engine.get().mailSender().isConfigured()) {
            throw new OutgoingEmailError("No mail server is set up");
        }
        Thread.ofVirtual().name("login-link").start(() -> sendTo(email));
        return null;
    }

    private void sendTo(String email) {
        try {
            engine.get().run(Context.GUEST, context -> {
                context.documents()
                        .find("User", email)
                        .filter(user -> user.check("enabled"))
                        .ifPresent(user -> mail(user, context));
                return email;
            });
        } catch (RuntimeException failure) {
            LOG.error("A login link could not be sent", failure);
        }
    }

    private void mail(Document user, Context context) {
        long minutes = Math.max(1, setting("login_with_email_link_expiry", DEFAULT_MINUTES, context));
        String key = keys.create(user.name(), Duration.ofMinutes(minutes), context);
        String text =
                "Log in by this link within %d minutes:%n%n%s%n%nIf you did not ask for it, leave this mail alone."
                        .formatted(minutes, context.url("/api/method/" + MODULE + "login_via_key?key=" + key));
        context.mail(new Mail(user.text("email"), "Log in to " + context.url("/"), text));
    }

    /** Starts a session and leads on; for users who need a second factor the link is not enough. */
    @Whitelisted(value = MODULE + "login_via_key", verbs = "GET", commitsOnGet = true)
    @Requires(access = Access.GUEST)
    public Reply byKey(Context context, @Host HttpCall call, String key) {
        limits.count("login_via_key", call, AN_HOUR, Duration.ofHours(1));
        Optional<UserAccess> user = keys.take(key, context)
                .map(name -> engine.get().permissions().roles().user(name, context))
                .filter(found -> found.enabled() && !secondFactor.get().isNeeded(found, call.remoteAddress(), context));
        if (user.isEmpty()) {
            return Page.notice(FORBIDDEN, "Not Permitted", "This link is invalid, was used before, or has expired.");
        }
        context.answer().signIn(user.get().name());
        return Reply.redirect(user.get().isSystemUser() ? "/app" : "/");
    }

    /** Tokens that other sign-ins leave behind; there are none here. */
    @Whitelisted(MODULE + "login_via_token")
    @Requires(access = Access.GUEST)
    public Reply byToken(String loginToken) {
        return Page.notice(EXPECTATION_FAILED, "Invalid Request", "This login token is invalid.");
    }

    private long setting(String name, long otherwise, Context context) {
        return engine.get().permissions().settings().integer(name, otherwise, context);
    }
}
