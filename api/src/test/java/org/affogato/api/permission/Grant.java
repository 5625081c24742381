package org.affogato.api.permission;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A DocShare.
 *
 * @param user null for everyone
 */
record Grant(@Nullable String user, Set<String> rights) {
    boolean reaches(Person who) {
        return user == null ? !who.isGuest() : user.equals(who.name());
    }
}
