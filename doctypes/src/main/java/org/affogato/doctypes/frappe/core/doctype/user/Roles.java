package org.affogato.doctypes.frappe.core.doctype.user;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.affogato.engine.document.Document;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.spi.Context;

/** The roles a user is given, and the user type that follows from them. */
final class Roles {
    private static final String SYSTEM_MANAGER = "System Manager";

    private final Document user;
    private final Context context;

    Roles(Document user, Context context) {
        this.user = user;
        this.context = context;
    }

    /** Settles rows and user type: profile, required ones, no doubles, no disabled ones. */
    void apply() {
        List<Map<String, Object>> known = known(wanted());
        Set<String> enabled = new LinkedHashSet<>();
        boolean desk = false;
        for (Map<String, Object> role : known) {
            if (number(role.get("disabled")) == 0) {
                enabled.add(role.get("name").toString());
                desk |= number(role.get("desk_access")) != 0;
            }
        }
        keepOnly(enabled, known);
        user.set("user_type", userType(desk));
    }

    private Set<String> wanted() {
        Set<String> names = new LinkedHashSet<>();
        user.rows("roles").forEach(row -> names.add(row.text("role")));
        if (user.name().equals(Context.ADMINISTRATOR)) {
            names.addAll(List.of(SYSTEM_MANAGER, Context.ADMINISTRATOR));
        }
        if (user.name().equals(Context.GUEST)) {
            names.removeIf(name -> !name.equals(Context.GUEST));
        }
        names.remove("");
        names.forEach(this::addIfAbsent);
        return names;
    }

    /** Replaces the roles by those of the user's profile, where there is one. */
    void takeProfile() {
        if (user.text("role_profile_name").isEmpty()) {
            return;
        }
        user.setRows("roles", List.of());
        for (Document row : context.documents()
                .get("Role Profile", user.text("role_profile_name"))
                .rows("roles")) {
            addIfAbsent(row.text("role"));
        }
    }

    private void addIfAbsent(String role) {
        if (user.rows("roles").stream().noneMatch(row -> row.text("role").equals(role))) {
            context.documents().append(user, "roles", Map.of("role", role));
        }
    }

    private List<Map<String, Object>> known(Set<String> names) {
        if (names.isEmpty()) {
            return List.of();
        }
        String marks = String.join(", ", Collections.nCopies(names.size(), "?"));
        return context.database()
                .query("SELECT name, disabled, desk_access FROM {Role} WHERE name IN (" + marks + ")", names.toArray());
    }

    /** Rows of disabled roles and doubles go; rows of roles that do not exist stay, for the link check to refuse. */
    private void keepOnly(Set<String> enabled, List<Map<String, Object>> known) {
        Set<String> disabled = new LinkedHashSet<>();
        known.forEach(role -> disabled.add(role.get("name").toString()));
        disabled.removeAll(enabled);
        Set<String> seen = new LinkedHashSet<>();
        List<Document> rows = new ArrayList<>();
        for (Document row : user.rows("roles")) {
            String role = row.text("role");
            if (!role.isEmpty() && !disabled.contains(role) && allowed(role) && seen.add(role)) {
                row.set("idx", (long) rows.size() + 1);
                rows.add(row);
            }
        }
        user.setRows("roles", rows);
    }

    private boolean allowed(String role) {
        return !user.name().equals(Context.GUEST) || role.equals(Context.GUEST);
    }

    private String userType(boolean desk) {
        if (user.name().equals(Context.ADMINISTRATOR)) {
            return "System User";
        }
        if (user.name().equals(Context.GUEST)) {
            return "Website User";
        }
        String given = user.text("user_type");
        if (!given.isEmpty() && isOwnType(given)) {
            return given;
        }
        return desk ? "System User" : "Website User";
    }

    private boolean isOwnType(String type) {
        Object standard = context.documents().value("User Type", type, "is_standard");
        return standard != null && number(standard) == 0;
    }

    /** Refuses to lose the last enabled System Manager beside Administrator. */
    void keepASystemManager() {
        boolean isOne =
                user.rows("roles").stream().anyMatch(row -> row.text("role").equals(SYSTEM_MANAGER));
        if (isOne && others() == 0) {
            throw new ValidationError("The last System Manager must stay");
        }
    }

    private long others() {
        return context.database()
                .query(
                        "SELECT 1 FROM {User} u JOIN {Has Role} r ON r.parent = u.name AND r.parenttype = 'User' "
                                + "WHERE r.role = 'System Manager' AND u.enabled = 1 AND u.name NOT IN ('Administrator', ?) LIMIT 1",
                        user.name())
                .size();
    }

    private static long number(Object value) {
        return value instanceof Number number ? number.longValue() : Boolean.TRUE.equals(value) ? 1 : 0;
    }
}
