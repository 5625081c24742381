package org.affogato.api.method.desk.report;

import jakarta.inject.Singleton;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.affogato.api.json.Json;
import org.affogato.engine.spi.Argument;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.Requires;
import org.affogato.engine.spi.Requires.Access;
import org.affogato.engine.spi.Whitelisted;
import org.affogato.engine.spi.WhitelistedMethods;
import org.jspecify.annotations.Nullable;

/** Reports run at once, or answered as they were prepared. Frappe: {@code frappe.desk.query_report}. */
@Singleton
public class QueryReports implements WhitelistedMethods {
    private static final String MODULE = "frappe.desk.query_report.";

    private final ReportRuns runs;
    private final PreparedResults prepared;

    QueryReports(ReportRuns runs, PreparedResults prepared) {
        this.runs = runs;
        this.prepared = prepared;
    }

    /**
     * Columns and rows of a report, of which the caller sees no more than User Permissions allow. A report that is to be
     * prepared answers with the caller's last result for the same filters, whose document stands under {@code doc}.
     *
     * @param ignorePreparedReport whether it runs at once all the same; columns that the caller adds make it so too
     * @param areDefaultFilters whether the filters that a Custom Report keeps count in place of those given
     */
    @Whitelisted(MODULE + "run")
    @Requires(access = Access.ANY_USER)
    public Map<String, @Nullable Object> run(
            Context context,
            String reportName,
            @Nullable Object filters,
            @Argument(otherwise = "0") boolean ignorePreparedReport,
            @Nullable Object customColumns,
            @Argument(otherwise = "0") boolean isTree,
            @Nullable String parentField,
            @Argument(otherwise = "1") boolean areDefaultFilters) {
        OpenedReport report = OpenedReport.of(reportName, context);
        boolean kept = areDefaultFilters && !report.filters().isEmpty();
        Object asked = kept ? report.filters() : filters;
        List<?> added = columns(customColumns);
        boolean isPrepared = report.document().check("prepared_report") && !ignorePreparedReport && added.isEmpty();
        String parent = isTree && parentField != null ? parentField : "";
        Map<String, @Nullable Object> answer = isPrepared
                ? prepared.answer(context, report, asked)
                : runs.atOnce(context, report, ReportFilters.of(asked), added, parent);
        answer.put("add_total_row", totals(report, answer));
        if (kept) {
            answer.put("custom_filters", report.filters());
        }
        return answer;
    }

    /** Whether a reader finds a row of totals at the end. */
    private static Object totals(OpenedReport report, Map<String, @Nullable Object> answer) {
        boolean skipped = answer.get("skip_total_row") instanceof Number skip && skip.intValue() != 0;
        return report.document().check("add_total_row") ? (Object) !skipped : 0;
    }

    static List<?> columns(@Nullable Object given) {
        Object read = ReportFilters.read(given);
        return read == null ? List.of() : Json.list(read);
    }

    /** The values of one field by the names of the documents that the caller may list. */
    @Whitelisted(MODULE + "get_data_for_custom_field")
    @Requires(access = Access.ANY_USER)
    public Map<Object, @Nullable Object> values(Context context, String doctype, String field, @Nullable Object names) {
        Set<Object> wanted = new LinkedHashSet<>(columns(names));
        return AddedColumns.values(doctype, field, wanted, context);
    }
}
