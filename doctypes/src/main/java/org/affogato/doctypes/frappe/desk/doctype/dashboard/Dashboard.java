package org.affogato.doctypes.frappe.desk.doctype.dashboard;

import java.util.Optional;
import org.affogato.doctypes.frappe.desk.desktop.BlockedModules;
import org.affogato.engine.document.Document;
import org.affogato.engine.meta.Right;
import org.affogato.engine.spi.Condition;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.DocumentController;

/** Charts and cards on one page; those of a module that is blocked for a user are not shown to that user. */
public final class Dashboard implements DocumentController {
    @Override
    public String doctype() {
        return "Dashboard";
    }

    @Override
    public boolean hasPermission(Document dashboard, Right right, Context context) {
        return right != Right.READ || !BlockedModules.ofFigures(context).hold(dashboard.text("module"));
    }

    @Override
    public Optional<Condition> listCondition(Context context) {
        return BlockedModules.ofFigures(context).condition();
    }
}
