package org.affogato.api.method.desk.report;

import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.affogato.api.json.Json;
import org.affogato.api.json.JsonWriter;
import org.affogato.engine.document.Document;
import org.affogato.engine.spi.Answer;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.ListRequest;
import org.affogato.engine.spi.Requires;
import org.affogato.engine.spi.Requires.Access;
import org.affogato.engine.spi.Whitelisted;
import org.affogato.engine.spi.WhitelistedMethods;
import org.jspecify.annotations.Nullable;

/** Reports with the columns and filters that a user chose. Frappe: {@code frappe.desk.query_report.save_report}. */
@Singleton
public class CustomReports implements WhitelistedMethods {
    private static final String TYPE = "Custom Report";

    /** Keeps columns and filters of a report under a name; who keeps some under that name already changes them. */
    @Whitelisted("frappe.desk.query_report.save_report")
    @Requires(access = Access.ANY_USER)
    public String save(Context context, String referenceReport, String reportName, Object columns, Object filters) {
        Document reference = OpenedReport.of(referenceReport, context).document();
        String known = known(reportName, context);
        if (known != null) {
            return change(context, context.documents().get("Report", known), columns, filters);
        }
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("report_name", reportName);
        values.put("json", json(new LinkedHashMap<>(), columns, filters));
        values.put("ref_doctype", reference.text("ref_doctype"));
        values.put("is_standard", "No");
        values.put("report_type", TYPE);
        values.put("reference_report", referenceReport);
        Context free = context.with(context.flags().ignoringPermissions());
        String name = free.documents()
                .insert(free.documents().create("Report", values))
                .name();
        tell(context, "%s saved".formatted(name));
        return name;
    }

    private static @Nullable String known(String name, Context context) {
        Map<String, Object> filters = Map.of("report_name", name, "is_standard", "No", "report_type", TYPE);
        List<Map<String, @Nullable Object>> found =
                context.documents().list(ListRequest.all("Report", List.of("name"), filters));
        return found.isEmpty() ? null : String.valueOf(found.getFirst().get("name"));
    }

    private static String change(Context context, Document report, Object columns, Object filters) {
        Map<String, @Nullable Object> kept =
                report.text("json").isEmpty() ? new LinkedHashMap<>() : Json.object(report.text("json"));
        report.set("json", json(kept, columns, filters));
        context.documents().save(report);
        tell(context, "Report updated");
        return report.name();
    }

    private static String json(Map<String, @Nullable Object> kept, Object columns, Object filters) {
        kept.put("columns", columns instanceof String text ? Json.read(text) : columns);
        kept.put("filters", filters instanceof String text ? Json.read(text) : filters);
        return JsonWriter.text(kept);
    }

    private static void tell(Context context, String text) {
        context.answer().message(new Answer.Message(text, new LinkedHashMap<>()));
    }
}
