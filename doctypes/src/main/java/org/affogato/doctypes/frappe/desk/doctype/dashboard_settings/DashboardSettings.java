package org.affogato.doctypes.frappe.desk.doctype.dashboard_settings;

import java.util.Optional;
import org.affogato.engine.document.Document;
import org.affogato.engine.meta.Right;
import org.affogato.engine.spi.Condition;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.DocumentController;

/** How a user keeps the charts of dashboards; named by the user, and the user's own. */
public final class DashboardSettings implements DocumentController {
    @Override
    public String doctype() {
        return "Dashboard Settings";
    }

    @Override
    public boolean hasPermission(Document settings, Right right, Context context) {
        return settings.name().equals(context.user());
    }

    @Override
    public Optional<Condition> listCondition(Context context) {
        return Optional.of(Condition.equal("name", context.user()));
    }
}
