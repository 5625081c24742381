package org.affogato.api.auth.password;

import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.affogato.api.auth.OwnPassword;
import org.affogato.api.auth.RateLimits;
import org.affogato.api.auth.SecondFactor;
import org.affogato.api.auth.page.OwnPath;
import org.affogato.api.request.HttpCall;
import org.affogato.engine.Engine;
import org.affogato.engine.error.AuthenticationError;
import org.affogato.engine.error.EngineException.Notice;
import org.affogato.engine.permission.AccessScope;
import org.affogato.engine.permission.AccessSettings;
import org.affogato.engine.permission.ResetKeys;
import org.affogato.engine.permission.UserAccess;
import org.affogato.engine.spi.Argument;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.Host;
import org.affogato.engine.spi.Requires;
import org.affogato.engine.spi.Requires.Access;
import org.affogato.engine.spi.Whitelisted;
import org.affogato.engine.spi.WhitelistedMethods;
import org.jspecify.annotations.Nullable;

/** A user's change of his own password, by the old one or by the key of a reset. Frappe: {@code update_password}. */
@Singleton
public class PasswordChange implements WhitelistedMethods {
    private static final String MODULE = "frappe.core.doctype.user.user.";
    private static final int GONE = 410;
    private static final int A_MINUTE = 60;

    private final Provider<Engine> engine; // made after the methods
    private final Provider<SecondFactor> secondFactor;
    private final OwnPassword own;
    private final RateLimits limits;

    public PasswordChange(
            Provider<Engine> engine, Provider<SecondFactor> secondFactor, OwnPassword own, RateLimits limits) {
        this.engine = engine;
        this.secondFactor = secondFactor;
        this.own = own;
        this.limits = limits;
    }

    /** Sets the new password and starts a new session; answers where to go. */
    @Whitelisted(value = MODULE + "update_password", verbs = "POST")
    @Requires(access = Access.GUEST)
    public String updatePassword(
            Context context,
            @Host HttpCall call,
            String newPassword,
            @Argument(otherwise = "0") boolean logoutAllSessions,
            @Nullable String key,
            @Nullable String oldPassword) {
        limits.count("update_password", call, A_MINUTE, Duration.ofMinutes(1));
        context.secrets().checkStrength(newPassword, personal(context));
        boolean byKey = key != null && !key.isEmpty();
        Optional<String> user = byKey ? ofKey(key, context) : Optional.of(proven(oldPassword, context));
        if (user.isEmpty()) {
            context.answer().status(GONE);
            return "The reset password link has either been used before, has expired, or is invalid";
        }
        change(user.get(), newPassword, logoutAllSessions, context);
        return enter(user.get(), byKey, call, context);
    }

    private List<String> personal(Context context) {
        UserAccess user = engine.get().permissions().roles().user(context.user(), context);
        return List.of(user.firstName(), user.lastName(), user.name());
    }

    /** The user to whom a reset key was given, while it counts. */
    private Optional<String> ofKey(String key, Context context) {
        return ResetKeys.user(key, settings().integer("reset_password_link_expiry_duration", 1200, context), context);
    }

    /** The caller, if this is his password. */
    private String proven(@Nullable String password, Context context) {
        if (password == null || context.isGuest() || !own.matches(context.user(), password)) {
            context.answer().set("message", "Incorrect password");
            throw new AuthenticationError("").shown(Notice.NONE);
        }
        return context.user();
    }

    private void change(String user, String password, boolean everywhere, Context context) {
        context.secrets().setPassword(user, password);
        if (everywhere || settings().integer("logout_on_password_reset", 1, context) != 0) {
            context.database().execute("DELETE FROM `tabSessions` WHERE `user` = ?", user);
            context.touch(AccessScope.SESSIONS);
        }
        context.database()
                .execute(
                        "UPDATE `tabUser` SET `reset_password_key` = '', `last_password_reset_date` = ? WHERE `name` = ?",
                        context.now().toLocalDate(),
                        user);
    }

    /** A mailed link is no second factor: who needs one logs in anew. */
    private String enter(String user, boolean byKey, HttpCall call, Context context) {
        UserAccess account = engine.get().permissions().roles().user(user, context);
        if (byKey && secondFactor.get().isNeeded(account, call.remoteAddress(), context)) {
            return "/login";
        }
        context.answer().signIn(user);
        return account.isSystemUser() ? "/app" : wanted(user, context);
    }

    /** Where the user wanted to go when he signed up; led there once. */
    private static String wanted(String user, Context context) {
        Object path = context.documents().value("User", user, "redirect_url");
        context.database().execute("UPDATE `tabUser` SET `redirect_url` = '' WHERE `name` = ?", user);
        return path != null && path.toString().length() > 1 && OwnPath.is(path.toString()) ? path.toString() : "/";
    }

    private AccessSettings settings() {
        return engine.get().permissions().settings();
    }
}
