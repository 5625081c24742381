package org.affogato.engine.permission;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.affogato.engine.spi.Context;
import org.jspecify.annotations.Nullable;

/**
 * The roles of users, the automatic ones included: Guest without login, All with one, Desk User for users of the desk;
 * Administrator has all. A user who is disabled or not there has Guest's only.
 */
public final class UserRoles {
    public static final String ALL = "All";
    public static final String GUEST = "Guest";
    public static final String DESK_USER = "Desk User";
    public static final String ADMINISTRATOR = "Administrator";

    private static final List<String> AUTOMATIC = List.of(GUEST, ALL, DESK_USER, ADMINISTRATOR);

    private final AccessCache<UserAccess> users = new AccessCache<>(20_000, List.of(AccessScope.ACCESS));

    /** The user's roles; no SQL when warm. */
    public Set<String> of(String user, Context context) {
        return user(user, context).roles();
    }

    /** What is known of the user; no SQL when warm. */
    public UserAccess user(String user, Context context) {
        if (user.equals(Context.GUEST)) {
            return UserAccess.GUEST;
        }
        return users.get(user, context, () -> load(user, context));
    }

    AccessCache<UserAccess> cache() {
        return users;
    }

    private static UserAccess load(String user, Context context) {
        List<Map<String, @Nullable Object>> rows = context.database()
                .query(
                        "SELECT `name`, `enabled`, `user_type`, `first_name`, `last_name`, `user_image`, `restrict_ip`,"
                                + " `bypass_restrict_ip_check_if_2fa_enabled` FROM `tabUser` WHERE `name` = ?",
                        user);
        if (user.equals(Context.ADMINISTRATOR)) {
            return access(user, rows, true, names(context, "SELECT `name` FROM `tabRole`", List.of()));
        }
        boolean enabled = !rows.isEmpty() && number(rows.getFirst().get("enabled")) != 0;
        return access(user, rows, enabled, enabled ? roles(user, rows.getFirst(), context) : Set.of(GUEST));
    }

    private static UserAccess access(
            String user, List<Map<String, @Nullable Object>> rows, boolean enabled, Set<String> roles) {
        Map<String, @Nullable Object> row = rows.isEmpty() ? Map.of() : rows.getFirst();
        return new UserAccess(
                user,
                enabled,
                user.equals(Context.ADMINISTRATOR) ? UserAccess.SYSTEM_USER : text(row.get("user_type")),
                text(row.get("first_name")),
                text(row.get("last_name")),
                text(row.get("user_image")),
                text(row.get("restrict_ip")),
                number(row.get("bypass_restrict_ip_check_if_2fa_enabled")) != 0,
                Collections.unmodifiableSet(roles));
    }

    private static Set<String> roles(String user, Map<String, @Nullable Object> row, Context context) {
        Set<String> roles = names(
                context,
                "SELECT `role` FROM `tabHas Role` WHERE `parenttype` = 'User' AND `parent` = ? ORDER BY `idx`",
                List.of(user));
        AUTOMATIC.forEach(roles::remove);
        roles.add(ALL);
        roles.add(GUEST);
        if (text(row.get("user_type")).equals(UserAccess.SYSTEM_USER)) {
            roles.add(DESK_USER);
        }
        return roles;
    }

    private static Set<String> names(Context context, String sql, List<String> values) {
        Set<String> names = new LinkedHashSet<>();
        context.database().stream(sql, values, row -> {
            String name = row.getString(1);
            if (name != null) {
                names.add(name);
            }
        });
        return names;
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private static long number(@Nullable Object value) {
        return value instanceof Number number ? number.longValue() : 0;
    }
}
