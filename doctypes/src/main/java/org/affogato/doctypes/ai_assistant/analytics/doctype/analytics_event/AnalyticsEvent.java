package org.affogato.doctypes.ai_assistant.analytics.doctype.analytics_event;

import java.util.UUID;
import org.affogato.doctypes.ai_assistant.analytics.OwnRecords;
import org.affogato.engine.document.Document;
import org.affogato.engine.spi.Context;

/** One thing a user did; clients send them through {@code track_event} and {@code track_batch_events}. */
public final class AnalyticsEvent extends OwnRecords {
    public AnalyticsEvent() {
        super("Analytics Event", true);
    }

    @Override
    public void beforeInsert(Document event, Context context) {
        super.beforeInsert(event, context);
        if (event.text("event_id").isEmpty()) {
            event.set("event_id", UUID.randomUUID().toString());
        }
        if (event.get("timestamp") == null) {
            event.set("timestamp", context.now());
        }
    }
}
