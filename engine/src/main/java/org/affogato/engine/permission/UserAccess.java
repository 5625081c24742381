package org.affogato.engine.permission;

import java.util.Arrays;
import java.util.Set;
import org.affogato.engine.spi.Context;

/**
 * What is known of a user to let him in and to judge his rights.
 *
 * @param enabled false for a disabled user and for one who is not there
 * @param anyAddressWithSecondFactor whether the list of addresses does not hold where the site asks for a second factor
 * @param roles in the order given, the automatic ones last
 */
public record UserAccess(
        String name,
        boolean enabled,
        String userType,
        String firstName,
        String lastName,
        String userImage,
        String restrictIp,
        boolean anyAddressWithSecondFactor,
        Set<String> roles) {
    public static final String SYSTEM_USER = "System User";
    public static final String WEBSITE_USER = "Website User";

    /** Who has not logged in. */
    public static final UserAccess GUEST =
            new UserAccess(Context.GUEST, true, WEBSITE_USER, Context.GUEST, "", "", "", false, Set.of(Context.GUEST));

    public boolean isSystemUser() {
        return userType.equals(SYSTEM_USER);
    }

    /** Whether the user may come from the address; the user's list names beginnings of addresses. */
    public boolean mayComeFrom(String address) {
        return restrictIp.isBlank()
                || Arrays.stream(restrictIp.split(",")).map(String::strip).anyMatch(address::startsWith);
    }

    public String fullName() {
        return (firstName + " " + lastName).strip();
    }
}
