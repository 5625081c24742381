package org.affogato.api.auth;

import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import org.affogato.api.auth.LoginAttempts.Limit;
import org.affogato.engine.Engine;
import org.affogato.engine.permission.LoginLookup;
import org.affogato.engine.permission.LoginLookup.Candidate;
import org.affogato.engine.spi.Context;

/**
 * Whether a user who is logged in knows his password. Failures count as those of a login; no connection to the database
 * is held while the password is hashed, provided that the call has not asked the database anything before.
 */
@Singleton
public class OwnPassword {
    private final Provider<Engine> engine; // made after the methods
    private final LoginAttempts attempts;

    public OwnPassword(Provider<Engine> engine, LoginAttempts attempts) {
        this.engine = engine;
        this.attempts = attempts;
    }

    /**
     * @throws org.affogato.engine.error.SecurityException after too many failures
     */
    public boolean matches(String user, String password) {
        Limit limit = engine.get()
                .runAndRollBack(
                        user, context -> Limit.of(engine.get().permissions().settings(), context));
        String hash = engine.get().runAndRollBack(user, context -> hash(user, context));
        boolean same = !user.equals(Context.GUEST)
                && engine.get().passwords().verify(hash, password, () -> attempts.check(limit, user));
        if (same) {
            attempts.succeeded(user);
        } else {
            attempts.failed(limit, user);
        }
        return same;
    }

    private String hash(String user, Context context) {
        return new LoginLookup(engine.get().permissions().settings())
                .find(user, context)
                .filter(found -> found.user().equals(user))
                .map(Candidate::hash)
                .orElse("");
    }
}
