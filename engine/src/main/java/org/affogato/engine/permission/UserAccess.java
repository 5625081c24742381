package org.affogato.engine.permission;

import java.util.Set;
import org.affogato.engine.spi.Context;

/**
 * What is known of a user to let him in and to judge his rights.
 *
 * @param enabled false for a disabled user and for one who is not there
 * @param roles in the order given, the automatic ones last
 */
public record UserAccess(
        String name,
        boolean enabled,
        String userType,
        String firstName,
        String lastName,
        String userImage,
        Set<String> roles) {
    public static final String SYSTEM_USER = "System User";
    public static final String WEBSITE_USER = "Website User";

    static final UserAccess GUEST =
            new UserAccess(Context.GUEST, true, WEBSITE_USER, Context.GUEST, "", "", Set.of(Context.GUEST));

    public boolean isSystemUser() {
        return userType.equals(SYSTEM_USER);
    }

    public String fullName() {
        return (firstName + " " + lastName).strip();
    }
}
