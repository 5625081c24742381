package org.affogato.doctypes.ai_assistant.analytics.doctype.user_analytics_summary;

import java.time.LocalDate;
import org.affogato.doctypes.ai_assistant.analytics.OwnRecords;
import org.affogato.doctypes.ai_assistant.analytics.UserSummaries;
import org.affogato.engine.document.Document;
import org.affogato.engine.spi.Context;

/** One user's day, summed up by the daily job; there is one a user and day. */
public final class UserAnalyticsSummary extends OwnRecords {
    public UserAnalyticsSummary() {
        super("User Analytics Summary", false);
    }

    @Override
    public void autoname(Document summary, Context context) {
        if (summary.get("date") instanceof LocalDate day) {
            summary.set("name", UserSummaries.nameOf(summary.text("user"), day));
        }
    }
}
