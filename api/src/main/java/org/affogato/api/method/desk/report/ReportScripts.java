package org.affogato.api.method.desk.report;

import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import org.affogato.api.json.AsDict;
import org.affogato.api.method.desk.AppFiles;
import org.affogato.engine.Engine;
import org.affogato.engine.document.Document;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.Requires;
import org.affogato.engine.spi.Requires.Access;
import org.affogato.engine.spi.Whitelisted;
import org.affogato.engine.spi.WhitelistedMethods;
import org.jspecify.annotations.Nullable;

/** What a client needs before it shows a report. Frappe: {@code frappe.desk.query_report.get_script}. */
@Singleton
public class ReportScripts implements WhitelistedMethods {
    private final Provider<Engine> engine;
    private final ReportRuns runs;

    ReportScripts(Provider<Engine> engine, ReportRuns runs) {
        this.engine = engine;
        this.runs = runs;
    }

    /** The script of a report's filters, from its app or the Report itself; its template; its filters as rows. */
    @Whitelisted("frappe.desk.query_report.get_script")
    @Requires(access = Access.ANY_USER)
    public Map<String, @Nullable Object> script(Context context, String reportName) {
        OpenedReport opened = OpenedReport.of(reportName, context);
        Document report = opened.document();
        String name = AppFiles.scrub(report.name());
        AppFiles files = new AppFiles(engine.get());
        String place = "%s/report/%s/%s".formatted(AppFiles.scrub(report.text("module")), name, name);
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("script", script(report, reportName, files.text(place + ".js")));
        answer.put("html_format", files.text(place + ".html"));
        answer.put("execution_time", runs.lastTook(report.name()));
        answer.put("filters", report.rows("filters").stream().map(AsDict::new).toList());
        answer.put("custom_report_name", opened.isCustom() ? report.name() : null);
        return answer;
    }

    private static String script(Document report, String asked, @Nullable String shipped) {
        String name = AppFiles.scrub(report.name());
        if (shipped != null && !shipped.isEmpty()) {
            return shipped + "\n\n//# sourceURL=" + name + ".js";
        }
        String own = report.text("javascript");
        return own.isEmpty()
                ? "frappe.query_reports['%s']={}".formatted(asked)
                : own + "\n\n//# sourceURL=" + name + "__custom";
    }
}
