package org.affogato.api.method.desk.report;

import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.affogato.api.json.Json;
import org.affogato.engine.Engine;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.spi.Argument;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.Requires;
import org.affogato.engine.spi.Requires.Access;
import org.affogato.engine.spi.Whitelisted;
import org.affogato.engine.spi.WhitelistedMethods;
import org.jspecify.annotations.Nullable;

/** Reports run at once, prepared ones too. Frappe: {@code frappe.desk.query_report}. */
@Singleton
public class QueryReports implements WhitelistedMethods {
    private static final String MODULE = "frappe.desk.query_report.";

    private final Provider<Engine> engine;

    public QueryReports(Provider<Engine> engine) {
        this.engine = engine;
    }

    /**
     * Columns and rows of a report, of which the caller sees no more than User Permissions allow.
     *
     * @param areDefaultFilters whether the filters that a Custom Report keeps count in place of those given
     */
    @Whitelisted(MODULE + "run")
    @Requires(access = Access.ANY_USER)
    public Map<String, @Nullable Object> run(
            Context context,
            String reportName,
            @Nullable Object filters,
            @Nullable Object customColumns,
            @Argument(otherwise = "0") boolean isTree,
            @Nullable String parentField,
            @Argument(otherwise = "1") boolean areDefaultFilters) {
        OpenedReport report = OpenedReport.of(reportName, context);
        boolean kept = areDefaultFilters && !report.filters().isEmpty();
        String parent = isTree && parentField != null ? parentField : "";
        Map<String, @Nullable Object> answer = new ReportRun(engine.get(), context, report)
                .answer(kept ? report.filters() : filters(filters), columns(customColumns), parent);
        if (kept) {
            answer.put("custom_filters", report.filters());
        }
        return answer;
    }

    /** The filters by name; an empty list, which some clients send, is none. */
    static Map<String, @Nullable Object> filters(@Nullable Object given) {
        Object read = read(given);
        return switch (read) {
            case null -> new LinkedHashMap<>();
            case List<?> list when list.isEmpty() -> new LinkedHashMap<>();
            case Map<?, ?> map -> new LinkedHashMap<>(Json.object(map));
            default -> throw new ValidationError("The filters of a report are an object");
        };
    }

    static List<?> columns(@Nullable Object given) {
        Object read = read(given);
        return read == null ? List.of() : Json.list(read);
    }

    private static @Nullable Object read(@Nullable Object given) {
        return given instanceof String text ? (text.isBlank() ? null : Json.read(text)) : given;
    }

    /** The values of one field by the names of the documents that the caller may list. */
    @Whitelisted(MODULE + "get_data_for_custom_field")
    @Requires(access = Access.ANY_USER)
    public Map<Object, @Nullable Object> values(Context context, String doctype, String field, @Nullable Object names) {
        Set<Object> wanted = new LinkedHashSet<>(columns(names));
        return AddedColumns.values(doctype, field, wanted, context);
    }
}
