package org.affogato.api.request;

import org.affogato.engine.spi.Context;

/** Finds out who makes a call; signs in and out where the call asks for it. */
public interface Authenticator {
    /**
     * The calling user's name, {@code Guest} without a login. A call of {@code login} is signed in here: cookies and
     * keys of its answer are set at the call.
     *
     * @throws org.affogato.engine.error.EngineException where credentials are given and wrong, or the CSRF token is
     */
    String user(HttpCall call);

    /** Gives the caller a new session as the user, in the running transaction. */
    void signIn(HttpCall call, String user, Context context);

    /** Takes the cookies away from a caller whose credentials turned out wrong. */
    void forget(HttpCall call);
}
