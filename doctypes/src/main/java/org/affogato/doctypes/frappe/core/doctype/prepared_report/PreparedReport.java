package org.affogato.doctypes.frappe.core.doctype.prepared_report;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.affogato.doctypes.frappe.desk.desktop.Reach;
import org.affogato.engine.document.Document;
import org.affogato.engine.meta.Right;
import org.affogato.engine.spi.Condition;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.DocumentController;

/** The result of a report that ran in the background, for those who may run that report. */
public final class PreparedReport implements DocumentController {
    @Override
    public String doctype() {
        return "Prepared Report";
    }

    @Override
    public boolean hasPermission(Document result, Right right, Context context) {
        return seesAll(context) || reports(context).contains(result.text("report_name"));
    }

    @Override
    public Optional<Condition> listCondition(Context context) {
        return seesAll(context)
                ? Optional.empty()
                : Optional.of(Condition.in("report_name", List.copyOf(reports(context))));
    }

    private static boolean seesAll(Context context) {
        return context.isAdministrator() || context.roles().contains("System Manager");
    }

    private static Set<String> reports(Context context) {
        return new Reach(context).reports().keySet();
    }
}
