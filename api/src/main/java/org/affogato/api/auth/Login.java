package org.affogato.api.auth;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.affogato.api.request.HttpCall;
import org.affogato.engine.Engine;
import org.affogato.engine.error.AuthenticationError;
import org.affogato.engine.permission.LoginLookup.Candidate;
import org.affogato.engine.permission.UserAccess;
import org.affogato.engine.spi.Context;
import org.jspecify.annotations.Nullable;

/** The login: password, then a second factor where the site asks for one, then a session. Frappe: {@code LoginManager}. */
@Singleton
public class Login {
    private final Engine engine;
    private final Credentials credentials;
    private final EntryRules rules;
    private final SecondFactor secondFactor;
    private final Sessions sessions;
    private final LoginCookies cookies;
    private final LoginLog log;

    public Login(
            Engine engine,
            Credentials credentials,
            EntryRules rules,
            SecondFactor secondFactor,
            Sessions sessions,
            LoginCookies cookies,
            LoginLog log) {
        this.engine = engine;
        this.credentials = credentials;
        this.rules = rules;
        this.secondFactor = secondFactor;
        this.sessions = sessions;
        this.cookies = cookies;
        this.log = log;
    }

    private record Started(Session session, UserAccess user) {}

    /** Logs in by {@code usr} and {@code pwd}, or by {@code tmp_id} and {@code otp}; answers who is there then. */
    String run(HttpCall call) {
        String code = text(call.arguments().get("otp"));
        String ticket = text(call.arguments().get("tmp_id"));
        if (!code.isEmpty() && !ticket.isEmpty()) {
            return secondStep(ticket, code, call);
        }
        String typed = text(call.arguments().get("usr"));
        String password = text(call.arguments().remove("pwd"));
        return firstStep(credentials.check(typed, password, call), call);
    }

    private String firstStep(Candidate candidate, HttpCall call) {
        Optional<Started> started = engine.run(candidate.user(), context -> enter(candidate, call, context));
        started.ifPresent(entered -> welcome(entered, call));
        return started.isPresent() ? candidate.user() : Context.GUEST;
    }

    /** A session, or nothing where more is asked of the user: a new password, a second factor. */
    private Optional<Started> enter(Candidate candidate, HttpCall call, Context context) {
        UserAccess user = engine.permissions().roles().user(candidate.user(), context);
        if (isPasswordTooOld(user, context)) {
            askForNewPassword(user, call, context);
            return Optional.empty();
        }
        if (secondFactor.isNeeded(user, call.remoteAddress(), context)) {
            secondFactor.ask(candidate, call, context);
            return Optional.empty();
        }
        return Optional.of(start(candidate, call, context));
    }

    private String secondStep(String ticket, String code, HttpCall call) {
        String name = secondFactor.confirm(ticket, code, call);
        Started started = engine.run(name, context -> {
            Candidate candidate = credentials.known(name, context).orElseThrow(() -> new AuthenticationError(""));
            return start(candidate, call, context);
        });
        welcome(started, call);
        return name;
    }

    private boolean isPasswordTooOld(UserAccess user, Context context) {
        long days = engine.permissions().settings().integer("force_user_to_reset_password", 0, context);
        if (days <= 0 || user.name().equals(Context.ADMINISTRATOR)) {
            return false;
        }
        LocalDate today = context.now().toLocalDate();
        LocalDate since = context.database()
                .query(
                        "SELECT `last_password_reset_date` FROM `tabUser` WHERE `name` = ?",
                        List.of(user.name()),
                        row -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .getFirst()
                .orElse(today);
        return ChronoUnit.DAYS.between(since, today) > days;
    }

    private static void askForNewPassword(UserAccess user, HttpCall call, Context context) {
        String key = context.secrets().newResetKey(user.name());
        call.keys().put("message", "Password Reset");
        call.keys().put("redirect_to", context.url("/update-password?key=" + key + "&password_expired=true"));
    }

    /** Starts a session of a user who is known by other means; the rules of address and hour hold for him, too. */
    void as(String name, HttpCall call, Context context) {
        Candidate candidate = credentials.known(name, context).orElseThrow(() -> new AuthenticationError(""));
        welcome(start(candidate, call, context), call);
    }

    private void welcome(Started started, HttpCall call) {
        UserAccess user = started.user();
        call.keys().put("message", user.isSystemUser() ? "Logged In" : "No App");
        call.keys().put("home_page", user.isSystemUser() ? "/app" : "/me");
        call.keys().put("full_name", user.fullName());
        cookies.set(call, started.session().sid(), user);
    }

    private Started start(Candidate candidate, HttpCall call, Context context) {
        UserAccess user = engine.permissions().roles().user(candidate.user(), context);
        rules.check(user, candidate, call.remoteAddress(), context);
        Session session = sessions.start(user, call.remoteAddress(), context);
        if (engine.permissions().settings().integer("deny_multiple_sessions", 0, context) != 0) {
            sessions.endOlder(session, candidate.simultaneousSessions(), context);
        }
        noteLogin(user, call, context);
        return new Started(session, user);
    }

    private void noteLogin(UserAccess user, HttpCall call, Context context) {
        context.database()
                .execute(
                        "UPDATE `tabUser` SET `last_login` = ?, `last_ip` = ?, `last_active` = ? WHERE `name` = ?",
                        context.now(),
                        call.remoteAddress(),
                        context.now(),
                        user.name());
        log.add(user.name(), "Login", "Success", user.fullName() + " logged in", call.remoteAddress(), context);
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
