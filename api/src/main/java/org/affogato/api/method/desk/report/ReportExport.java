package org.affogato.api.method.desk.report;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.affogato.api.json.Json;
import org.affogato.api.json.JsonWriter;
import org.affogato.api.method.desk.AccessLog;
import org.affogato.api.method.desk.export.Download;
import org.affogato.api.method.desk.export.Durations;
import org.affogato.api.method.desk.export.TableFile;
import org.affogato.api.method.desk.list.ListExport;
import org.affogato.api.request.Reply;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.spi.Arguments;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.Requires;
import org.affogato.engine.spi.Requires.Access;
import org.affogato.engine.spi.Whitelisted;
import org.affogato.engine.spi.WhitelistedMethods;
import org.jspecify.annotations.Nullable;

/** Reports as files. Frappe: {@code frappe.desk.query_report.export_query}. */
@Singleton
public class ReportExport implements WhitelistedMethods {
    private final QueryReports reports;

    public ReportExport(QueryReports reports) {
        this.reports = reports;
    }

    /**
     * The rows that the caller sees in the report view, with the filters above them where these are wanted.
     *
     * @param visibleIdx the places of the rows to write; all without it
     */
    @Whitelisted(value = "frappe.desk.query_report.export_query", commitsOnGet = true)
    @Requires(access = Access.ANY_USER)
    public Reply export(
            Context context,
            String reportName,
            @Nullable Object filters,
            @Nullable Object appliedFilters,
            @Nullable Object customColumns,
            @Nullable Object visibleIdx,
            @Nullable String includeIndentation,
            @Nullable String includeFilters,
            Arguments arguments) {
        String doctype = OpenedReport.of(reportName, context).document().text("ref_doctype");
        ListExport.checkMayExport(context, doctype);
        Download download = Download.of(arguments.values(), reportName);
        Map<String, @Nullable Object> answer =
                reports.run(context, reportName, filters, false, customColumns, false, null, false);
        List<Map<String, @Nullable Object>> columns = ReportColumns.of(QueryReports.columns(answer.get("columns")));
        if (columns.isEmpty()) {
            throw new ValidationError("The report has nothing to export");
        }
        AccessLog.exported(context, doctype, download.format(), reportName, JsonWriter.text(ReportFilters.of(filters)));
        Map<String, @Nullable Object> shown = isOn(includeFilters) ? ReportFilters.of(appliedFilters) : Map.of();
        List<?> rows = selected(Json.list(answer.get("result")), QueryReports.columns(visibleIdx));
        return download.reply(table -> {
            writeFilters(table, shown, isOn(includeFilters));
            new Sheet(table, columns, isOn(includeIndentation)).write(rows);
        });
    }

    private static boolean isOn(@Nullable String flag) {
        return flag != null && List.of("1", "true").contains(flag);
    }

    /** As many places as rows mean all rows. */
    private static List<?> selected(List<?> rows, List<?> places) {
        if (places.isEmpty() || places.size() == rows.size()) {
            return rows;
        }
        Set<Integer> wanted = new HashSet<>();
        places.forEach(place -> wanted.add(place instanceof Number number ? number.intValue() : -1));
        List<Object> selected = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            if (wanted.contains(i)) {
                selected.add(rows.get(i));
            }
        }
        return selected;
    }

    private static void writeFilters(TableFile table, Map<String, @Nullable Object> filters, boolean wanted) {
        filters.forEach((name, value) -> {
            if (value != null && !value.equals("") && !value.equals(List.of())) {
                table.row(List.of(name, text(value)));
            }
        });
        if (wanted) {
            table.row(List.of());
        }
    }

    private static String text(Object value) {
        return value instanceof List<?> list
                ? list.stream().map(String::valueOf).collect(Collectors.joining(", "))
                : value.toString();
    }

    /** The table itself, without hidden columns. */
    private record Sheet(TableFile table, List<Map<String, @Nullable Object>> columns, boolean indented) {
        void write(List<?> rows) {
            List<Object> labels = new ArrayList<>();
            columns.stream().filter(Sheet::isShown).forEach(column -> labels.add(ReportColumns.text(column, "label")));
            table.row(labels);
            rows.forEach(this::row);
        }

        private static boolean isShown(Map<String, @Nullable Object> column) {
            Object hidden = column.get("hidden");
            return hidden == null || hidden.equals(0L) || hidden.equals(false);
        }

        private void row(@Nullable Object row) {
            List<@Nullable Object> cells = new ArrayList<>();
            for (int i = 0; i < columns.size(); i++) {
                Map<String, @Nullable Object> column = columns.get(i);
                if (isShown(column)) {
                    cells.add(indented(i, row, cell(column, value(i, column, row))));
                }
            }
            table.row(cells);
        }

        private static @Nullable Object value(int place, Map<String, @Nullable Object> column, @Nullable Object row) {
            return switch (row) {
                case Map<?, ?> map -> {
                    Object value = map.get(column.get("fieldname"));
                    yield value == null ? map.get(column.get("label")) : value;
                }
                case List<?> list when place < list.size() -> list.get(place);
                case null, default -> null;
            };
        }

        private static @Nullable Object cell(Map<String, @Nullable Object> column, @Nullable Object value) {
            boolean duration = ReportColumns.text(column, "fieldtype").equals("Duration");
            boolean lasts = value instanceof Number number && number.doubleValue() != 0;
            return duration && lasts ? Durations.text((Number) value, false) : value;
        }

        private @Nullable Object indented(int place, @Nullable Object row, @Nullable Object cell) {
            boolean indents = indented && place == 0 && row instanceof Map<?, ?> map && map.get("indent") != null;
            return indents && ((Map<?, ?>) row).get("indent") instanceof Number steps
                    ? "    ".repeat(Math.max(0, steps.intValue())) + (cell == null ? "" : cell)
                    : cell;
        }
    }
}
