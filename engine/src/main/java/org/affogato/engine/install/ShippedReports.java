package org.affogato.engine.install;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.affogato.engine.spi.App;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.ScriptReport;

/** Makes the Report documents of the reports that apps ship, where they are missing. */
final class ShippedReports {
    private ShippedReports() {}

    static void add(List<App> apps, Context context) {
        if (context.hasDoctype("Report")) {
            apps.stream().flatMap(app -> app.reports().stream()).forEach(report -> add(report, context));
        }
    }

    private static void add(ScriptReport report, Context context) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("name", report.name());
        values.put("report_name", report.name());
        values.put("ref_doctype", report.doctype());
        values.put("module", context.meta(report.doctype()).module());
        values.put("report_type", "Script Report");
        values.put("is_standard", "Yes");
        values.put(
                "roles",
                report.roles().stream().map(role -> Map.of("role", role)).toList());
        context.documents().insertIfAbsent(context.documents().create("Report", values));
    }
}
