package org.affogato.api.method.desk.list;

import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import org.affogato.api.json.JsonWriter;
import org.affogato.engine.document.Document;
import org.affogato.engine.error.PermissionError;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.meta.Right;
import org.affogato.engine.spi.Answer;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.Documents;
import org.affogato.engine.spi.Requires;
import org.affogato.engine.spi.Requires.Access;
import org.affogato.engine.spi.Whitelisted;
import org.affogato.engine.spi.WhitelistedMethods;

/** Report views that users keep. Frappe: {@code frappe.desk.reportview.save_report}. */
@Singleton
public class SavedReports implements WhitelistedMethods {
    private static final String BUILDER = "Report Builder";

    /** Keeps a view under a name, or what changed about it; needs the right to report on the DocType. */
    @Whitelisted("frappe.desk.reportview.save_report")
    @Requires(access = Access.ANY_USER)
    public String save(Context context, String name, String doctype, Object reportSettings) {
        Document report = context.documents().find("Report", name).orElse(null);
        if (report != null) {
            checkOwn(report, Right.WRITE, context);
        }
        context.permissions().check(Right.REPORT, report == null ? doctype : report.text("ref_doctype"));
        Documents documents = free(context);
        Document kept = report == null ? created(documents, name, doctype) : report;
        kept.set("report_type", BUILDER);
        kept.set("json", reportSettings instanceof String text ? text : JsonWriter.text(reportSettings));
        Document saved = report == null ? documents.insert(kept) : documents.save(kept);
        tell(context, "Report %s saved".formatted(saved.name()));
        return saved.name();
    }

    private static Document created(Documents documents, String name, String doctype) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("report_name", name);
        values.put("ref_doctype", doctype);
        return documents.createWithDefaults("Report", values);
    }

    @Whitelisted("frappe.desk.reportview.delete_report")
    @Requires(access = Access.ANY_USER)
    public void delete(Context context, String name) {
        Document report = context.documents().get("Report", name);
        checkOwn(report, Right.DELETE, context);
        free(context).delete("Report", name);
        tell(context, "Report %s deleted".formatted(name));
    }

    /** Kept views are their owner's, and those of who has the right on all reports. */
    private static void checkOwn(Document report, Right right, Context context) {
        if (report.text("is_standard").equals("Yes")) {
            throw new ValidationError("A standard report stays as it is");
        }
        if (!report.text("report_type").equals(BUILDER)) {
            throw new ValidationError("Only reports of the type Report Builder can be changed here");
        }
        if (!report.owner().equals(context.user()) && !context.permissions().has(right, report)) {
            throw new PermissionError("This report belongs to somebody else");
        }
    }

    private static Documents free(Context context) {
        return context.with(context.flags().ignoringPermissions()).documents();
    }

    private static void tell(Context context, String text) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        attributes.put("indicator", "green");
        attributes.put("alert", 1);
        context.answer().message(new Answer.Message(text, attributes));
    }
}
