package org.affogato.api.auth.twofactor;

import java.util.Collections;
import java.util.List;
import org.affogato.engine.permission.AccessSettings;
import org.affogato.engine.permission.UserAccess;
import org.affogato.engine.permission.UserRoles;
import org.affogato.engine.spi.Context;

/** Whom the site asks for a second factor. Frappe: {@code two_factor_is_enabled}. */
final class FactorRules {
    private final AccessSettings settings;

    FactorRules(AccessSettings settings) {
        this.settings = settings;
    }

    boolean isNeeded(UserAccess user, String address, Context context) {
        boolean on = settings.integer("enable_two_factor_auth", 0, context) != 0;
        if (!on || user.name().equals(Context.ADMINISTRATOR) || isTrustedAddress(user, address, context)) {
            return false;
        }
        return hasRole(user, context);
    }

    /** Users who may come from certain addresses only can be let in from there without. */
    private boolean isTrustedAddress(UserAccess user, String address, Context context) {
        boolean bypass = settings.integer("bypass_2fa_for_retricted_ip_users", 0, context) != 0;
        return bypass && !user.restrictIp().isBlank() && user.mayComeFrom(address);
    }

    private static boolean hasRole(UserAccess user, Context context) {
        List<String> roles = user.roles().stream()
                .filter(role -> !role.equals(UserRoles.GUEST) && !role.equals(UserRoles.DESK_USER))
                .toList();
        String marks = String.join(", ", Collections.nCopies(roles.size(), "?"));
        return !roles.isEmpty()
                && !context.database()
                        .query(
                                "SELECT 1 FROM `tabRole` WHERE `two_factor_auth` = 1 AND `name` IN (" + marks
                                        + ") LIMIT 1",
                                roles.toArray())
                        .isEmpty();
    }
}
