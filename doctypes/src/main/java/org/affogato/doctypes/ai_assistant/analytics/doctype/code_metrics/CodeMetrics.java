package org.affogato.doctypes.ai_assistant.analytics.doctype.code_metrics;

import org.affogato.doctypes.ai_assistant.analytics.OwnRecords;
import org.affogato.engine.document.Document;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.spi.Context;

/** Work on code: posted by a client, or summed up from events by the daily job, which alone writes such rows. */
public final class CodeMetrics extends OwnRecords {
    public CodeMetrics() {
        super("Code Metrics", false);
    }

    @Override
    public void beforeInsert(Document metrics, Context context) {
        super.beforeInsert(metrics, context);
        metrics.set("source", "client");
    }

    @Override
    public void validate(Document metrics, Context context) {
        super.validate(metrics, context);
        Document before = metrics.before();
        if (before != null && before.text("source").equals("events")) {
            throw new ValidationError("Figures that are summed up from events cannot be changed");
        }
        if (metrics.text("source").isEmpty()) {
            metrics.set("source", "client");
        }
    }
}
