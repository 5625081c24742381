package org.affogato.api.method.desk.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.affogato.engine.Engine;
import org.affogato.engine.db.ReadOnlySql;
import org.affogato.engine.document.Document;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.ScriptReport;
import org.affogato.engine.spi.ScriptReport.Result;
import org.jspecify.annotations.Nullable;

/** One run of a report. Frappe: {@code generate_report_result}. */
final class ReportRun {
    private final Engine engine;
    private final Context context;
    private final OpenedReport report;
    private final Duration limit;

    /**
     * @param limit how long a query may take
     */
    ReportRun(Engine engine, Context context, OpenedReport report, Duration limit) {
        this.engine = engine;
        this.context = context;
        this.report = report;
        this.limit = limit;
    }

    /**
     * @param added columns that the caller adds
     * @param parentField in a tree, the column that names a row's parent; else empty
     */
    Map<String, @Nullable Object> answer(Map<String, @Nullable Object> filters, List<?> added, String parentField) {
        Result result = result(report.document(), filters);
        List<Map<String, @Nullable Object>> columns = ReportColumns.of(result.columns());
        Set<String> own = new HashSet<>();
        columns.forEach(column -> own.add(ReportColumns.fieldname(column)));
        List<Map<String, @Nullable Object>> rows = ReportColumns.rows(result.rows(), columns);
        List<Map<String, @Nullable Object>> shown = shown(columns, added);
        AddedColumns.fill(
                shown.stream()
                        .filter(column -> !own.contains(ReportColumns.fieldname(column)))
                        .toList(),
                rows,
                context);
        List<Map<String, @Nullable Object>> visible = rows.isEmpty()
                ? rows
                : new RowPermissions(engine.permissions(), context)
                        .visible(report.document().text("ref_doctype"), shown, rows);
        boolean totals = report.document().check("add_total_row") && !result.skipTotalRow();
        List<Object> all = new ArrayList<>(visible);
        if (totals && !visible.isEmpty()) {
            all.add(TotalRow.of(visible, shown, parentField));
        }
        return answer(result, shown, all);
    }

    private List<Map<String, @Nullable Object>> shown(List<Map<String, @Nullable Object>> columns, List<?> added) {
        List<Map<String, @Nullable Object>> shown =
                report.columns().isEmpty() ? new ArrayList<>(columns) : ReportColumns.of(report.columns());
        for (Map<String, @Nullable Object> column : ReportColumns.of(added)) {
            int after =
                    column.get("insert_after_index") instanceof Number number ? number.intValue() + 1 : shown.size();
            shown.add(Math.clamp(after, 0, shown.size()), column);
        }
        return shown;
    }

    private static Map<String, @Nullable Object> answer(
            Result result, List<Map<String, @Nullable Object>> columns, List<Object> rows) {
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("result", result.columns().isEmpty() ? null : rows);
        answer.put("columns", columns);
        answer.put("message", result.message());
        answer.put("chart", result.chart());
        answer.put("report_summary", result.summary());
        answer.put("skip_total_row", result.skipTotalRow() ? 1 : 0);
        answer.put("status", null);
        return answer;
    }

    private Result result(Document document, Map<String, @Nullable Object> filters) {
        return switch (document.text("report_type")) {
            case "Query Report" -> queried(document, filters);
            case "Script Report" -> script(document).run(filters, context);
            default -> new Result(List.of(), List.of());
        };
    }

    private Result queried(Document document, Map<String, @Nullable Object> filters) {
        BoundQuery query = BoundQuery.of(document.text("query"), filters);
        ReadOnlySql.Table table = engine.readOnlySql().run(query.sql(), query.values(), limit);
        List<Map<String, @Nullable Object>> declared =
                document.rows("columns").stream().map(ReportRun::column).toList();
        return new Result(declared.isEmpty() ? table.columns() : declared, table.rows());
    }

    private static Map<String, @Nullable Object> column(Document row) {
        Map<String, @Nullable Object> column = new LinkedHashMap<>();
        row.meta().columnFields().forEach(field -> column.put(field.fieldname(), row.get(field.fieldname())));
        return column;
    }

    private ScriptReport script(Document document) {
        return engine.apps()
                .report(document.name())
                .orElseThrow(
                        () -> new ValidationError("The report %s is a script, for which an app must bring a Java class"
                                .formatted(document.name())));
    }
}
