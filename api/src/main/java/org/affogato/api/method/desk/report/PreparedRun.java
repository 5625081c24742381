package org.affogato.api.method.desk.report;

import java.util.Map;
import java.util.Optional;
import org.affogato.engine.Engine;
import org.affogato.engine.document.Document;
import org.affogato.engine.error.EngineException;
import org.affogato.engine.error.PermissionError;
import org.affogato.engine.spi.Context;
import org.jboss.logging.Logger;

/**
 * Makes one Prepared Report that was marked as started, with the rights of its owner. Where it is no longer so at the
 * end, because it was deleted or took too long, the result is dropped.
 */
record PreparedRun(Engine engine, ReportRuns runs, String name) {
    private static final Logger LOG = Logger.getLogger(PreparedRun.class);

    void make() {
        String owner = engine.run(Context.ADMINISTRATOR, this::prepared)
                .map(Document::owner)
                .orElse(Context.GUEST);
        try {
            byte[] result = engine.runAndRollBack(owner, this::result);
            engine.run(owner, context -> complete(result, free(context)));
        } catch (EngineException refusal) {
            fail(owner, String.valueOf(refusal.getMessage()));
        } catch (RuntimeException error) {
            LOG.errorf(error, "The prepared report %s failed", name);
            fail(owner, "The report failed; the log of the server says why");
        }
    }

    private Optional<Document> prepared(Context context) {
        return context.documents().find(PreparedResults.DOCTYPE, name);
    }

    private byte[] result(Context context) {
        if (!Long.valueOf(1).equals(context.documents().value("User", context.user(), "enabled"))) {
            throw new PermissionError("The user %s is disabled".formatted(context.user()));
        }
        Document prepared = context.documents().get(PreparedResults.DOCTYPE, name);
        OpenedReport report = OpenedReport.of(prepared.text("report_name"), context);
        return PreparedResults.packed(runs.inBackground(context, report, ReportFilters.of(prepared.text("filters"))));
    }

    private static Context free(Context context) {
        return context.with(context.flags().ignoringPermissions().ignoringLinks());
    }

    private boolean complete(byte[] result, Context context) {
        return end(context, Map.of("status", "Completed"), () -> PreparedResults.attach(result, name, context));
    }

    private void fail(String owner, String message) {
        engine.run(owner, context -> end(free(context), Map.of("status", "Error", "error_message", message), () -> {}));
    }

    /** False where the report is not running any longer. */
    private boolean end(Context context, Map<String, String> values, Runnable before) {
        context.database().begin();
        Optional<Document> running =
                prepared(context).filter(prepared -> prepared.text("status").equals("Started"));
        running.ifPresent(prepared -> {
            before.run();
            prepared.set("report_end_time", context.now());
            values.forEach(prepared::set);
            context.documents().save(prepared);
        });
        return running.isPresent();
    }
}
