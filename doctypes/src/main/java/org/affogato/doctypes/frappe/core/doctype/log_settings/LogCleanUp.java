package org.affogato.doctypes.frappe.core.doctype.log_settings;

import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.affogato.engine.document.Document;
import org.affogato.engine.meta.DocField;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.DeleteOptions;

/** Clears the logs of what is older than Log Settings says, or than is usual. Frappe: {@code run_log_clean_up}. */
public final class LogCleanUp {
    /** Its entries have files, which go with the document only. */
    private static final String WITH_FILES = "Prepared Report";

    private LogCleanUp() {}

    public static void run(Context context) {
        Map<String, Long> days = new LinkedHashMap<>();
        ClearableLogs.DAYS.forEach((log, usual) -> days.put(log, usual.longValue()));
        for (Document row :
                context.documents().get("Log Settings", "Log Settings").rows("logs_to_clear")) {
            days.put(row.text("ref_doctype"), row.integer("days"));
        }
        days.forEach((log, kept) -> {
            if (kept > 0 && ClearableLogs.contains(log) && context.hasDoctype(log)) {
                clear(log, context.now().minusDays(kept), context);
            }
        });
    }

    private static void clear(String log, LocalDateTime before, Context context) {
        if (log.equals(WITH_FILES)) {
            context.database()
                    .query(
                            "SELECT name FROM {Prepared Report} WHERE modified < ?",
                            List.of(before),
                            row -> row.getString(1))
                    .forEach(name -> context.documents().delete(log, name, new DeleteOptions(true, true, true)));
            return;
        }
        for (DocField table : context.meta(log).tableFields()) {
            context.database()
                    .execute(
                            "DELETE r FROM {%s} r JOIN {%s} l ON r.parent = l.name AND r.parenttype = ? WHERE l.modified < ?"
                                    .formatted(table.options(), log),
                            log,
                            before);
        }
        context.database().execute("DELETE FROM {%s} WHERE modified < ?".formatted(log), before);
    }
}
