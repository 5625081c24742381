package org.affogato.api.auth;

import jakarta.inject.Singleton;
import org.affogato.engine.Engine;
import org.affogato.engine.error.AuthenticationError;
import org.affogato.engine.permission.AccessSettings;
import org.affogato.engine.permission.LoginLookup.Candidate;
import org.affogato.engine.permission.UserAccess;
import org.affogato.engine.spi.Context;

/** Where from and when a user may come in. Frappe: {@code validate_ip_address}, {@code validate_hour}. */
@Singleton
public class EntryRules {
    private final Engine engine;

    public EntryRules(Engine engine) {
        this.engine = engine;
    }

    /**
     * @throws AuthenticationError where the user may not log in now or from there
     */
    public void check(UserAccess user, Candidate candidate, String address, Context context) {
        if (!admits(user, address, context)) {
            throw refused();
        }
        if (!candidate.mayLogInAt(context.now().getHour())) {
            throw new AuthenticationError("This user cannot log in at this hour");
        }
    }

    /** Whether the user may come from the address. A second factor may stand in for the right address. */
    boolean admits(UserAccess user, String address, Context context) {
        return user.mayComeFrom(address) || isWaived(user, context);
    }

    private boolean isWaived(UserAccess user, Context context) {
        AccessSettings settings = engine.permissions().settings();
        if (settings.integer("bypass_restrict_ip_check_if_2fa_enabled", 0, context) != 0) {
            return true;
        }
        return user.anyAddressWithSecondFactor() && settings.integer("enable_two_factor_auth", 0, context) != 0;
    }

    static AuthenticationError refused() {
        return new AuthenticationError("This address may not log in as that user");
    }
}
