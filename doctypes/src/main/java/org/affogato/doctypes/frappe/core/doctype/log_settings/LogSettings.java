package org.affogato.doctypes.frappe.core.doctype.log_settings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.affogato.engine.document.Document;
import org.affogato.engine.spi.Answer.Message;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.DocumentController;
import org.jspecify.annotations.Nullable;

/** How long logs are kept: each log once, only those that can be cleared, and all of which a time is known. */
public final class LogSettings implements DocumentController {
    private static final String ROWS = "logs_to_clear";

    @Override
    public String doctype() {
        return "Log Settings";
    }

    @Override
    public void validate(Document settings, Context context) {
        Map<String, Document> kept = new LinkedHashMap<>();
        for (Document row : settings.rows(ROWS)) {
            String log = row.text("ref_doctype");
            if (ClearableLogs.contains(log)) {
                kept.putIfAbsent(log, row);
            } else {
                say(context, log + " does not support automated log clearing.");
            }
        }
        settings.setRows(ROWS, new ArrayList<>(kept.values()));
        List<String> added = new ArrayList<>();
        ClearableLogs.DAYS.forEach((log, days) -> {
            if (!kept.containsKey(log) && context.hasDoctype(log)) {
                Map<String, @Nullable Object> row = new LinkedHashMap<>();
                row.put("ref_doctype", log);
                row.put("days", days.longValue());
                context.documents().append(settings, ROWS, row);
                added.add(log);
            }
        });
        if (!added.isEmpty()) {
            say(context, "Added default log doctypes: " + String.join(",", added));
        }
    }

    private static void say(Context context, String text) {
        context.answer().message(new Message(text, Map.of()));
    }
}
