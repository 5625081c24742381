package org.affogato.doctypes.frappe.desk.desktop;

import java.util.List;
import java.util.Optional;
import org.affogato.engine.spi.Condition;
import org.affogato.engine.spi.Context;

/** The modules that are blocked for the caller, or by Administrator's record for all but System Managers. */
public final class BlockedModules {
    private final List<String> modules;

    public BlockedModules(Context context) {
        this.modules = context.roles().contains("System Manager") ? List.of() : read(context);
    }

    private static List<String> read(Context context) {
        String sql = "SELECT DISTINCT module FROM {Block Module} WHERE parenttype = 'User' AND parent IN (?, ?)";
        return context.database().query(sql, List.of(context.user(), Context.ADMINISTRATOR), row -> row.getString(1));
    }

    public boolean hold(String module) {
        return modules.contains(module);
    }

    /** The documents whose {@code module} is not blocked. */
    public Optional<Condition> condition() {
        return modules.isEmpty() ? Optional.empty() : Optional.of(Condition.not(Condition.in("module", modules)));
    }
}
