package org.affogato.api.method.desk.report;

import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.affogato.api.json.Json;
import org.affogato.api.method.desk.export.Download;
import org.affogato.api.request.Reply;
import org.affogato.engine.document.Document;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.meta.Right;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.DeleteOptions;
import org.affogato.engine.spi.Documents;
import org.affogato.engine.spi.Requires;
import org.affogato.engine.spi.Requires.Access;
import org.affogato.engine.spi.Whitelisted;
import org.affogato.engine.spi.WhitelistedMethods;
import org.jspecify.annotations.Nullable;

/** Reports made in the background. Frappe: {@code frappe.core.doctype.prepared_report.prepared_report}. */
@Singleton
public class PreparedReports implements WhitelistedMethods {
    private static final String MODULE = "frappe.core.doctype.prepared_report.prepared_report.";

    private final PreparedRuns runs;
    private final PreparedResults results;

    PreparedReports(PreparedRuns runs, PreparedResults results) {
        this.runs = runs;
        this.results = results;
    }

    /** Has a report made that the caller may run. Frappe asks for no right. */
    @Whitelisted(MODULE + "make_prepared_report")
    @Requires(access = Access.ANY_USER)
    public Map<String, Object> make(Context context, String reportName, @Nullable Object filters) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("report_name", OpenedReport.of(reportName, context).name());
        values.put("filters", ReportFilters.text(filters));
        Documents free = context.with(context.flags().ignoringPermissions()).documents();
        Document prepared = free.insert(free.create(PreparedResults.DOCTYPE, values));
        context.afterCommit(runs::wake);
        return Map.of("name", prepared.name());
    }

    /** Those of the caller's with the same filters that are still to be made. */
    @Whitelisted(MODULE + "get_reports_in_queued_state")
    @Requires(access = Access.OWN_DATA)
    public List<Map<String, Object>> queued(Context context, String reportName, @Nullable Object filters) {
        return PreparedResults.named(context, reportName, filters, List.of("Queued", "Started"))
                .map(name -> Map.<String, Object>of("name", name))
                .toList();
    }

    /** Deletes the caller's own, and what the caller may delete; others stay. In Frappe the right to read is enough. */
    @Whitelisted(MODULE + "delete_prepared_reports")
    @Requires(access = Access.ANY_USER)
    public void delete(Context context, Object reports) {
        Documents free = context.with(context.flags().ignoringPermissions()).documents();
        for (Object each : Json.list(reports)) {
            Document prepared = context.documents()
                    .get(
                            PreparedResults.DOCTYPE,
                            String.valueOf(Json.object(each).get("name")));
            if (PreparedResults.isOpen(prepared, Right.DELETE, context)) {
                free.delete(PreparedResults.DOCTYPE, prepared.name(), new DeleteOptions(false, false, true));
            }
        }
    }

    /** The result as a file of JSON. */
    @Whitelisted(MODULE + "download_attachment")
    @Requires(access = Access.ANY_USER)
    public Reply download(Context context, String dn) {
        Document prepared = context.documents().get(PreparedResults.DOCTYPE, dn);
        if (!PreparedResults.isOpen(prepared, Right.READ, context)) {
            throw new ValidationError("You may not read the prepared report %s".formatted(dn));
        }
        PreparedResults.Stored stored = results.read(prepared, context)
                .orElseThrow(() -> new ValidationError("The prepared report %s has no result".formatted(dn)));
        return new Reply(200, "application/octet-stream", stored.json(), Download.saved(stored.fileName()));
    }
}
