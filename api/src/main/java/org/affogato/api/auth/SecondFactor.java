package org.affogato.api.auth;

import org.affogato.api.request.HttpCall;
import org.affogato.engine.permission.LoginLookup.Candidate;
import org.affogato.engine.permission.UserAccess;
import org.affogato.engine.spi.Context;

/** What a login asks for beside the password. */
public interface SecondFactor {
    /** Whether the user has to bring one from this address. */
    boolean isNeeded(UserAccess user, String address, Context context);

    /** Asks for it: what the client needs for the second step goes out as keys of the answer. */
    void ask(Candidate candidate, HttpCall call, Context context);

    /**
     * The user whose second step this is.
     *
     * @param ticket what the first step gave out as {@code tmp_id}
     * @throws org.affogato.engine.error.AuthenticationError where ticket or code do not count
     */
    String confirm(String ticket, String code, HttpCall call);
}
