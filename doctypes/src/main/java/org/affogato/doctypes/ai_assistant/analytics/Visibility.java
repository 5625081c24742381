package org.affogato.doctypes.ai_assistant.analytics;

import java.util.ArrayList;
import java.util.List;
import org.affogato.engine.error.DoesNotExistError;
import org.affogato.engine.error.PermissionError;
import org.affogato.engine.spi.Context;
import org.jspecify.annotations.Nullable;

/**
 * Whose figures a caller may see: the own ones, those of the members of organizations that the caller manages, and all
 * with the role System Manager or Analytics Manager.
 */
public final class Visibility {
    private final Context context;

    public Visibility(Context context) {
        this.context = context;
    }

    /** The user a caller asks about, the caller where none is named; refused where the caller may not. */
    String user(@Nullable String named) {
        if (named == null || named.isBlank() || named.equalsIgnoreCase(context.user())) {
            return context.user();
        }
        String user = named.strip();
        if (Roles.seesAll(context)) {
            return existing(user);
        }
        return team().stream()
                .filter(user::equalsIgnoreCase)
                .findFirst()
                .orElseThrow(() -> new PermissionError("You may not see the figures of " + user));
    }

    private String existing(String user) {
        Object name = context.documents().value("User", user, "name");
        if (name == null) {
            throw new DoesNotExistError("User " + user + " not found");
        }
        return name.toString();
    }

    /** The caller and the members of the organizations that the caller manages. */
    public List<String> team() {
        List<String> users = new ArrayList<>(List.of(context.user()));
        users.addAll(context.database()
                .query(
                        "SELECT DISTINCT m.`user` FROM {Organization Member} m JOIN {Organization Member} boss ON boss.parent = m.parent "
                                + "AND boss.parenttype = m.parenttype WHERE boss.`user` = ? AND boss.role = 'manager' AND m.`user` <> ?",
                        List.of(context.user(), context.user()),
                        row -> row.getString(1)));
        return users;
    }

    /** The organizations that the caller manages. */
    public List<String> managedOrganizations() {
        return context.database()
                .query(
                        "SELECT DISTINCT parent FROM {Organization Member} WHERE parenttype = 'Organization' AND `user` = ? AND role = 'manager'",
                        List.of(context.user()),
                        row -> row.getString(1));
    }
}
