package org.affogato.api.auth.guest;

import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.affogato.api.auth.RateLimits;
import org.affogato.api.auth.page.OwnPath;
import org.affogato.api.request.HttpCall;
import org.affogato.engine.Engine;
import org.affogato.engine.document.Document;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.spi.Argument;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.Flags;
import org.affogato.engine.spi.Host;
import org.affogato.engine.spi.Mail;
import org.affogato.engine.spi.Requires;
import org.affogato.engine.spi.Requires.Access;
import org.affogato.engine.spi.Whitelisted;
import org.affogato.engine.spi.WhitelistedMethods;
import org.jspecify.annotations.Nullable;

/**
 * Makes oneself a Website User, where the site lets visitors do so. Somebody who is a user already is told so by mail
 * only, so that nobody else learns of it. Frappe: {@code sign_up}.
 */
@Singleton
public class SignUp implements WhitelistedMethods {
    private static final int A_DAY = 10;
    private static final int ALL_IN_AN_HOUR = 300;

    private final Provider<Engine> engine; // made after the methods
    private final RateLimits limits;

    public SignUp(Provider<Engine> engine, RateLimits limits) {
        this.engine = engine;
        this.limits = limits;
    }

    /** Answers 1 where the mail address was written to, 2 where an administrator has to help; and what to do next. */
    @Whitelisted(value = "frappe.core.doctype.user.user.sign_up", verbs = "POST")
    @Requires(access = Access.GUEST)
    public List<Object> signUp(
            Context context,
            @Host HttpCall call,
            String email,
            String fullName,
            @Argument(otherwise = "") String redirectTo) {
        if (isDisabled(context)) {
            throw new ValidationError("Sign Up is disabled").titled("Not Allowed");
        }
        limits.count("sign_up", call, A_DAY, Duration.ofDays(1));
        checkFlood(context);
        Context free = context.with(Flags.NONE.ignoringPermissions());
        Optional<Document> known = free.documents().find("User", email.strip().toLowerCase(Locale.ROOT));
        if (known.isPresent()) {
            tellOwner(known.get(), context);
        } else {
            create(email, fullName, redirectTo, free);
        }
        return engine.get().mailSender().isConfigured()
                ? List.of(1L, "Please check your email for verification")
                : List.of(2L, "Please ask your administrator to verify your sign-up");
    }

    private static boolean isDisabled(Context context) {
        @Nullable Object value = context.documents().single("Website Settings", "disable_signup");
        return value == null || !value.toString().equals("0");
    }

    private static void checkFlood(Context context) {
        long count = context.database()
                .query(
                        "SELECT COUNT(*) FROM `tabUser` WHERE `creation` > ?",
                        List.of(context.now().minusHours(1)),
                        row -> row.getLong(1))
                .getFirst();
        if (count > ALL_IN_AN_HOUR) {
            throw new ValidationError("Too many users signed up recently. Try again in an hour.");
        }
    }

    private void tellOwner(Document user, Context context) {
        if (user.check("enabled") && engine.get().mailSender().isConfigured()) {
            String text =
                    "Somebody, perhaps you, tried to sign up with this address at %s. You have an account there: %s"
                            .formatted(context.url("/"), context.url("/login"));
            context.mail(new Mail(user.text("email"), "You have an account already", text));
        }
    }

    private static void create(String email, String fullName, String redirectTo, Context context) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("email", email);
        values.put(
                "first_name",
                fullName.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
        values.put("enabled", 1L);
        values.put("new_password", randomPassword());
        values.put("user_type", "Website User");
        values.put("redirect_url", OwnPath.is(redirectTo) ? redirectTo : "");
        defaultRole(context).ifPresent(role -> values.put("roles", List.of(Map.of("role", role))));
        context.documents().insert(context.documents().createWithDefaults("User", values));
    }

    private static Optional<String> defaultRole(Context context) {
        Object role = context.documents().single("Portal Settings", "default_role");
        return Optional.ofNullable(role).map(Object::toString).filter(name -> !name.isEmpty());
    }

    /** Nobody knows it: the mailed link, or an administrator, gives another. */
    private static String randomPassword() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
