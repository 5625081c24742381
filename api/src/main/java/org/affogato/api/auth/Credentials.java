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
import org.affogato.engine.spi.Context;

/**
 * User and password. Who does not exist is answered as who mistyped, in the same time; the password is hashed while no
 * connection to the database is held. Frappe: {@code LoginManager.authenticate}.
 */
@Singleton
public class Credentials {
    private static final int LONGEST_PASSWORD = 512;

    // Clients read these in the answer's message: part of the wire, not words of ours.
    private static final String WRONG = "Invalid login credentials";
    private static final String DISABLED = "User disabled or missing";
    private static final String INCOMPLETE = "Incomplete login details";

    private final Engine engine;
    private final LoginAttempts attempts;
    private final LoginLog log;
    private final LoginLookup lookup;

    public Credentials(Engine engine, LoginAttempts attempts, LoginLog log) {
        this.engine = engine;
        this.attempts = attempts;
        this.log = log;
        this.lookup = new LoginLookup(engine.permissions().settings());
    }

    /** What the database says before the password is looked at. */
    private record Before(Optional<Candidate> candidate, Limit limit, boolean isOff) {}

    /**
     * The user whose password this is.
     *
     * @throws AuthenticationError for a wrong one, an unknown or a disabled user
     */
    public Candidate check(String typed, String password, HttpCall call) {
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
        return authenticate(typed, password, before, call);
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
        String address = "address " + CallerNetwork.of(call.remoteAddress());
        Limit limit = before.limit();
        boolean matches = matches(before.candidate(), password, () -> attempts.check(limit, address, account));
        boolean enabled = before.candidate().filter(Credentials::isEnabled).isPresent();
        if (!matches || !enabled) {
            attempts.failed(limit, address, account);
            throw failure(matches ? DISABLED : WRONG, account, call);
        }
        attempts.succeeded(address, account);
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

    /** The enabled user of that name, proved by other means; empty where there is none. */
    public Optional<Candidate> known(String user, Context context) {
        return lookup.find(user, context).filter(found -> found.user().equals(user) && isEnabled(found));
    }

    /** Notes a failed login; what it answers is to be thrown. */
    public AuthenticationError failure(String message, String user, HttpCall call) {
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

    /** The failure of a login that lacks a part. */
    public AuthenticationError incomplete(HttpCall call) {
        return failure(INCOMPLETE, "", call);
    }
}
