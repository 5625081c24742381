package org.affogato.engine.permission;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.affogato.engine.spi.Context;

/** Finds who logs in: by name, and by user name or mobile number where the settings allow it. */
public final class LoginLookup {
    private final AccessSettings settings;

    public LoginLookup(AccessSettings settings) {
        this.settings = settings;
    }

    /**
     * A user as far as a login goes.
     *
     * @param hash of the password; empty where the user has none
     * @param loginAfter hour before which the user may not log in; 0 for none
     * @param loginBefore hour from which on the user may not log in; 0 for none
     * @param simultaneousSessions how many sessions the user may have where that is limited
     */
    public record Candidate(
            String user, boolean enabled, String hash, int loginAfter, int loginBefore, int simultaneousSessions) {
        public boolean mayLogInAt(int hour) {
            return (loginBefore == 0 || hour < loginBefore) && (loginAfter == 0 || hour >= loginAfter);
        }
    }

    public Optional<Candidate> find(String typed, Context context) {
        List<String> columns = new ArrayList<>(List.of("u.`name` = ?"));
        if (settings.integer("allow_login_using_mobile_number", 0, context) != 0) {
            columns.add("u.`mobile_no` = ?");
        }
        if (settings.integer("allow_login_using_user_name", 0, context) != 0) {
            columns.add("u.`username` = ?");
        }
        String sql =
                "SELECT u.`name`, u.`enabled`, a.`password`, u.`login_after`, u.`login_before`, u.`simultaneous_sessions`"
                        + " FROM `tabUser` u LEFT JOIN `__Auth` a ON a.`doctype` = 'User' AND a.`name` = u.`name`"
                        + " AND a.`fieldname` = 'password' AND a.`encrypted` = 0 WHERE " + String.join(" OR ", columns)
                        + " LIMIT 1";
        return context
                .database()
                .query(
                        sql,
                        columns.stream().map(column -> typed).toList(),
                        row -> new Candidate(
                                row.getString(1),
                                row.getBoolean(2),
                                row.getString(3) == null ? "" : row.getString(3),
                                row.getInt(4),
                                row.getInt(5),
                                Math.max(1, row.getInt(6))))
                .stream()
                .findFirst();
    }
}
