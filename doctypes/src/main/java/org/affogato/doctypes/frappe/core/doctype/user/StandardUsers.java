package org.affogato.doctypes.frappe.core.doctype.user;

import java.util.List;
import org.affogato.engine.spi.Context;

/** The two users that every site has and nobody can remove. */
public final class StandardUsers {
    private static final List<String> NAMES = List.of(Context.ADMINISTRATOR, Context.GUEST);

    private StandardUsers() {}

    /** Whether the user is Administrator or Guest. */
    public static boolean contains(String user) {
        return NAMES.contains(user);
    }

    static List<String> names() {
        return NAMES;
    }
}
