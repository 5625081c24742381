package org.affogato.engine.spi;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A report whose rows Java makes: registered by {@link App#reports}, run at
 * {@code /api/method/frappe.desk.query_report.run}. Stateless. Frappe: a Script Report's {@code execute}.
 */
public interface ScriptReport {
    /** The report's name, which is that of its Report document. */
    String name();

    /** The DocType that the report is about: who may report on it may run this. */
    String doctype();

    /** Who may run it; empty for the roles that have rights on the DocType. */
    default List<String> roles() {
        return List.of();
    }

    /**
     * Makes the rows.
     *
     * @param filters as the caller sent them, by name
     */
    Result run(Map<String, @Nullable Object> filters, Context context);

    /**
     * What a report answers.
     *
     * @param columns {@code Label:Link/User:120}, or maps of label, fieldname, fieldtype, options, width
     * @param rows maps by fieldname, or lists in the order of the columns
     * @param message text or HTML above the table
     * @param chart for the client
     * @param summary figures above the table, for the client
     * @param skipTotalRow no row of totals, whatever the Report document says
     */
    record Result(
            List<?> columns,
            List<?> rows,
            @Nullable Object message,
            @Nullable Object chart,
            @Nullable Object summary,
            boolean skipTotalRow) {
        /** A table and nothing else. */
        public Result(List<?> columns, List<?> rows) {
            this(columns, rows, null, null, null, false);
        }
    }
}
