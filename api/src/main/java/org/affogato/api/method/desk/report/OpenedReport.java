package org.affogato.api.method.desk.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.affogato.api.json.Json;
import org.affogato.engine.document.Document;
import org.affogato.engine.error.PermissionError;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.meta.Right;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.ListRequest;
import org.jspecify.annotations.Nullable;

/**
 * A report that its caller may run. Frappe: {@code get_report_doc}.
 *
 * @param name of what was asked for
 * @param document what makes the rows: for a Custom Report the one it is made of
 * @param isCustom whether a Custom Report was asked for
 * @param columns the columns that a Custom Report keeps; none for the report's own
 * @param filters the filters that a Custom Report keeps
 */
record OpenedReport(
        String name, Document document, boolean isCustom, List<?> columns, Map<String, @Nullable Object> filters) {
    private static final int MOST_STEPS = 10;

    /**
     * @throws PermissionError where neither the roles of the report nor those on its DocType let the caller
     * @throws ValidationError for a disabled one
     */
    static OpenedReport of(String name, Context context) {
        Document asked = context.documents().get("Report", name);
        Document base = base(asked, context);
        if (!isPermitted(base, context)) {
            throw new PermissionError("You may not run the report %s".formatted(name));
        }
        if (!context.permissions().has(Right.REPORT, base.text("ref_doctype"))) {
            throw new PermissionError("You may not report on %s".formatted(base.text("ref_doctype")));
        }
        if (base.check("disabled")) {
            throw new ValidationError("The report %s is disabled".formatted(name));
        }
        boolean isCustom = asked != base;
        Map<String, @Nullable Object> kept = isCustom ? kept(asked) : Map.of();
        return new OpenedReport(
                asked.name(),
                base,
                isCustom,
                kept.get("columns") instanceof List<?> columns ? columns : List.of(),
                kept.get("filters") instanceof Map<?, ?> filters ? Json.object(filters) : Map.of());
    }

    private static Document base(Document asked, Context context) {
        Document report = asked;
        for (int step = 0; report.text("report_type").equals("Custom Report"); step++) {
            if (step == MOST_STEPS) {
                throw new ValidationError("The report %s is made of itself".formatted(asked.name()));
            }
            report = context.documents().get("Report", report.text("reference_report"));
        }
        return report;
    }

    private static Map<String, @Nullable Object> kept(Document report) {
        return report.text("json").isEmpty() ? new LinkedHashMap<>() : Json.object(report.text("json"));
    }

    /** Roles set for the report on this site win over its own; without any everybody may. */
    private static boolean isPermitted(Document report, Context context) {
        Set<String> allowed = new HashSet<>(roles(custom(report, context), context));
        if (allowed.isEmpty()) {
            report.rows("roles").forEach(row -> allowed.add(row.text("role")));
        }
        return allowed.isEmpty()
                || context.isAdministrator()
                || context.roles().stream().anyMatch(allowed::contains);
    }

    private static List<Object> custom(Document report, Context context) {
        List<Object> names = new ArrayList<>();
        context.documents()
                .list(ListRequest.all("Custom Role", List.of("name"), Map.of("report", report.name())))
                .forEach(row -> names.add(row.get("name")));
        return names;
    }

    private static List<String> roles(List<Object> parents, Context context) {
        if (parents.isEmpty()) {
            return List.of();
        }
        Map<String, Object> filters = Map.of("parenttype", "Custom Role", "parent", List.of("in", parents));
        return context.documents().list(ListRequest.all("Has Role", List.of("role"), filters)).stream()
                .map(row -> String.valueOf(row.get("role")))
                .toList();
    }
}
