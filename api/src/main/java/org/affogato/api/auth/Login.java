package org.affogato.api.auth;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.affogato.api.auth.LoginAttempts.Limit;
import org.affogato.api.request.HttpCall;
import org.affogato.engine.Engine;
import org.affogato.engine.error.AuthenticationError;
import org.affogato.engine.error.EngineException.Notice;
import org.affogato.engine.permission.AccessSettings;
import org.affogato.engine.permission.LoginLookup;
import org.affogato.engine.permission.LoginLookup.Candidate;
import org.affogato.engine.permission.UserAccess;
import org.affogato.engine.spi.Context;
import org.jspecify.annotations.Nullable;

/**
 * The login with user and password. Who does not exist is answered as who mistyped, in the same time; the password is
 * hashed while no connection to the database is held. Frappe: {@code LoginManager}.
 */
@Singleton
public class Login {
    private static final int LONGEST_PASSWORD = 512;

    // Clients read these in the answer's message: part of the wire, not words of ours.
    private static final String WRONG = "Invalid login credentials";
    private static final String DISABLED = "User disabled or missing";
    private static final String INCOMPLETE = "Incomplete login details";

    private final Engine engine;
    private final Sessions sessions;
    private final LoginCookies cookies;
    private final LoginAttempts attempts;
    private final LoginLog log;
    private final LoginLookup lookup;

    public Login(Engine engine, Sessions sessions, LoginCookies cookies, LoginAttempts attempts, LoginLog log) {
        this.engine = engine;
        this.sessions = sessions;
        this.cookies = cookies;
        this.attempts = attempts;
        this.log = log;
        this.lookup = new LoginLookup(engine.permissions().settings());
    }

    /** What the database says before the password is looked at. */
    private record Before(Optional<Candidate> candidate, Limit limit, boolean isOff) {}

    private record Started(Session session, UserAccess user) {}

    /** Logs in by {@code usr} and {@code pwd}; answers the user's name. */
    String run(HttpCall call) {
        String typed = text(call.arguments().get("usr"));
        String password = text(call.arguments().remove("pwd"));
        Before before = engine.runAndRollBack(Context.GUEST, context -> before(typed, context));
        if (before.isOff()) {
            throw new AuthenticationError("Passwords are switched off for logins here");
        }
        if (typed.isEmpty() || password.isEmpty()) {
            throw failure(INCOMPLETE, typed, call);
        }
        if (password.length() > LONGEST_PASSWORD) {
            throw failure("The password is too long", typed, call);
        }
        Candidate candidate = authenticate(typed, password, before, call);
        welcome(engine.run(candidate.user(), context -> start(candidate, call, context)), call);
        return candidate.user();
    }

    /** Starts a session of a user who is known by other means. */
    void as(String name, HttpCall call, Context context) {
        UserAccess user = engine.permissions().roles().user(name, context);
        welcome(new Started(sessions.start(user, call.remoteAddress(), context), user), call);
    }

    private void welcome(Started started, HttpCall call) {
        greet(started.user(), call);
        cookies.set(call, started.session().sid(), started.user());
    }

    private Before before(String typed, Context context) {
        AccessSettings settings = engine.permissions().settings();
        return new Before(
                typed.isEmpty() ? Optional.empty() : lookup.find(typed, context),
                Limit.of(settings, context),
                settings.integer("disable_user_pass_login", 0, context) != 0);
    }

    private Candidate authenticate(String typed, String password, Before before, HttpCall call) {
        String account = before.candidate().map(Candidate::user).orElse(typed);
        String address = "address " + call.remoteAddress();
        boolean matches = matches(before.candidate(), password, () -> {
            attempts.check(address, before.limit());
            attempts.check(account, before.limit());
        });
        boolean enabled = before.candidate().filter(Login::isEnabled).isPresent();
        if (!matches || !enabled) {
            attempts.failed(address, before.limit());
            attempts.failed(account, before.limit());
            throw failure(matches ? DISABLED : WRONG, account, call);
        }
        attempts.succeeded(address);
        attempts.succeeded(account);
        return before.candidate().orElseThrow();
    }

    private static boolean isEnabled(Candidate candidate) {
        return candidate.enabled() || candidate.user().equals(Context.ADMINISTRATOR);
    }

    /** The check runs right before each hash, so that guesses sent all at once do not slip by. */
    private boolean matches(Optional<Candidate> candidate, String password, Runnable check) {
        String hash = candidate.map(Candidate::hash).orElse("");
        return engine.passwords().verify(hash, password, check);
    }

    private Started start(Candidate candidate, HttpCall call, Context context) {
        UserAccess user = engine.permissions().roles().user(candidate.user(), context);
        if (!user.mayComeFrom(call.remoteAddress())) {
            throw new AuthenticationError("This address may not log in as that user");
        }
        if (!candidate.mayLogInAt(context.now().getHour())) {
            throw new AuthenticationError("This user cannot log in at this hour");
        }
        Session session = sessions.start(user, call.remoteAddress(), context);
        if (engine.permissions().settings().integer("deny_multiple_sessions", 0, context) != 0) {
            sessions.endOlder(user.name(), candidate.simultaneousSessions(), context);
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

    private static void greet(UserAccess user, HttpCall call) {
        call.keys().put("message", user.isSystemUser() ? "Logged In" : "No App");
        call.keys().put("home_page", user.isSystemUser() ? "/app" : "/me");
        call.keys().put("full_name", user.fullName());
    }

    private AuthenticationError failure(String message, String user, HttpCall call) {
        engine.run(Context.GUEST, context -> {
            String name = user.isEmpty() ? "Unknown User" : user;
            log.add(name, "Login", "Failed", message, call.remoteAddress(), context);
            return name;
        });
        call.keys().put("message", message);
        AuthenticationError error = new AuthenticationError("");
        error.shown(Notice.NONE);
        return error;
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
