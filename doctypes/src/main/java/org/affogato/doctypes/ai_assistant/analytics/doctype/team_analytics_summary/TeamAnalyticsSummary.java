package org.affogato.doctypes.ai_assistant.analytics.doctype.team_analytics_summary;

import java.util.Optional;
import org.affogato.doctypes.ai_assistant.analytics.Roles;
import org.affogato.doctypes.ai_assistant.analytics.Visibility;
import org.affogato.engine.document.Document;
import org.affogato.engine.meta.Right;
import org.affogato.engine.spi.Condition;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.DocumentController;

/** One organization's day, summed up by the daily job; for those who manage it. */
public final class TeamAnalyticsSummary implements DocumentController {
    @Override
    public String doctype() {
        return "Team Analytics Summary";
    }

    @Override
    public boolean hasPermission(Document summary, Right right, Context context) {
        return Roles.seesAll(context)
                || new Visibility(context).managedOrganizations().contains(summary.text("organization"));
    }

    @Override
    public Optional<Condition> listCondition(Context context) {
        if (Roles.seesAll(context)) {
            return Optional.empty();
        }
        return Optional.of(Condition.in("organization", new Visibility(context).managedOrganizations()));
    }
}
