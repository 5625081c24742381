package org.affogato.api.auth.password;

import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.affogato.api.auth.RateLimits;
import org.affogato.api.request.HttpCall;
import org.affogato.engine.Engine;
import org.affogato.engine.permission.PasswordStrength.Rating;
import org.affogato.engine.permission.UserAccess;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.Host;
import org.affogato.engine.spi.Requires;
import org.affogato.engine.spi.Requires.Access;
import org.affogato.engine.spi.Whitelisted;
import org.affogato.engine.spi.WhitelistedMethods;
import org.jspecify.annotations.Nullable;

/** What the site thinks of a password, told while it is typed. Frappe: {@code test_password_strength}. */
@Singleton
public class PasswordRating implements WhitelistedMethods {
    private static final int LIMIT = 120;

    private final Provider<Engine> engine; // made after the methods
    private final RateLimits limits;

    public PasswordRating(Provider<Engine> engine, RateLimits limits) {
        this.engine = engine;
        this.limits = limits;
    }

    /** Null where the site has no policy, or for no password. The password itself is not repeated. */
    @Whitelisted("frappe.core.doctype.user.user.test_password_strength")
    @Requires(access = Access.GUEST)
    public @Nullable Map<String, Object> rate(Context context, @Host HttpCall call, String newPassword) {
        limits.count("test_password_strength", call, LIMIT, Duration.ofMinutes(1));
        if (newPassword.isEmpty() || !engine.get().passwordStrength().isOn(context)) {
            return null;
        }
        UserAccess user = engine.get().permissions().roles().user(context.user(), context);
        List<String> personal = List.of(user.firstName(), user.lastName(), user.name());
        return attributes(engine.get().passwordStrength().rate(newPassword, personal, context));
    }

    private static Map<String, Object> attributes(Rating rating) {
        Map<String, Object> feedback = new LinkedHashMap<>();
        feedback.put("warning", rating.warning());
        feedback.put("suggestions", rating.suggestions());
        feedback.put("password_policy_validation_passed", rating.passes());
        Map<String, Object> attributes = new LinkedHashMap<>();
        attributes.put("guesses", rating.guesses());
        attributes.put("guesses_log10", Math.log10(Math.max(1, rating.guesses())));
        attributes.put("score", (long) rating.score());
        attributes.put("feedback", feedback);
        return attributes;
    }
}
