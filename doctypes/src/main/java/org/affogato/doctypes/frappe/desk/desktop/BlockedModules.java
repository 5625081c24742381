package org.affogato.doctypes.frappe.desk.desktop;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.affogato.engine.spi.Condition;
import org.affogato.engine.spi.Context;

/**
 * Modules that are blocked. What Administrator's record blocks counts for all users' dashboards, charts and cards beside
 * their own record, but not for System Managers; the sidebar goes by one's own record alone.
 */
public final class BlockedModules {
    private final List<String> modules;

    private BlockedModules(List<String> modules) {
        this.modules = modules;
    }

    /** Those of the caller's own record. */
    static BlockedModules own(Context context) {
        return read(List.of(context.user()), context);
    }

    /** Those whose figures are kept from the caller. */
    public static BlockedModules ofFigures(Context context) {
        return context.roles().contains("System Manager")
                ? new BlockedModules(List.of())
                : read(List.of(context.user(), Context.ADMINISTRATOR), context);
    }

    private static BlockedModules read(List<String> users, Context context) {
        String marks = users.size() == 1 ? "(?)" : "(?, ?)";
        return new BlockedModules(context.database()
                .query(
                        "SELECT DISTINCT module FROM {Block Module} WHERE parenttype = 'User' AND parent IN " + marks,
                        users,
                        row -> row.getString(1)));
    }

    void removeFrom(Collection<String> others) {
        modules.forEach(others::remove);
    }

    /** Whether the document's {@code module} is blocked. */
    public boolean hold(String module) {
        return modules.contains(module);
    }

    /** The documents whose {@code module} is not blocked. */
    public Optional<Condition> condition() {
        return modules.isEmpty() ? Optional.empty() : Optional.of(Condition.not(Condition.in("module", modules)));
    }
}
