package org.affogato.api.method.desk.list;

import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.affogato.api.json.Json;
import org.affogato.api.json.JsonWriter;
import org.affogato.api.method.desk.AccessLog;
import org.affogato.api.method.desk.export.Download;
import org.affogato.api.request.Reply;
import org.affogato.engine.Engine;
import org.affogato.engine.error.DataError;
import org.affogato.engine.error.EngineException.Notice;
import org.affogato.engine.error.PermissionError;
import org.affogato.engine.meta.Meta;
import org.affogato.engine.meta.Right;
import org.affogato.engine.spi.Arguments;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.ListRequest;
import org.affogato.engine.spi.Requires;
import org.affogato.engine.spi.Requires.Access;
import org.affogato.engine.spi.Whitelisted;
import org.affogato.engine.spi.WhitelistedMethods;

/** Lists as files. Frappe: {@code frappe.desk.reportview.export_query}. */
@Singleton
public class ListExport implements WhitelistedMethods {
    private final Provider<Engine> engine;

    public ListExport(Provider<Engine> engine) {
        this.engine = engine;
    }

    /** The whole list, or the selected documents of it. */
    @Whitelisted(value = "frappe.desk.reportview.export_query", commitsOnGet = true)
    @Requires(access = Access.ANY_USER)
    public Reply export(Context context, Arguments arguments) {
        ViewCall call = new ViewCall(arguments);
        String doctype = call.text("doctype");
        Download download = Download.of(arguments.values(), call.isGiven("title") ? call.text("title") : doctype);
        selectItems(call);
        call.set("limit_page_length", 0L);
        ListRequest request = call.request(context);
        checkFields(request, context.meta(doctype));
        checkMayExport(context, doctype);
        String report = call.isGiven("report_name") ? call.text("report_name") : null;
        AccessLog.exported(context, doctype, download.format(), report, JsonWriter.text(request.filters()));
        boolean totals = call.text("add_totals_row").equals("1");
        return download.reply(table -> {
            ExportedRows rows = new ExportedRows(table, doctype, totals);
            engine.get().lists().stream(context, request, rows);
            rows.end();
        });
    }

    private static void selectItems(ViewCall call) {
        if (call.isGiven("selected_items")) {
            Map<String, Object> named = new LinkedHashMap<>();
            named.put("name", List.of("in", new ArrayList<>(Json.list(call.get("selected_items")))));
            call.set("filters", named);
        }
    }

    /** An unknown field is told before a missing right is. */
    private static void checkFields(ListRequest request, Meta meta) {
        for (Object field : request.fields()) {
            boolean plain = field instanceof String text && text.matches("\\w+");
            if (plain && !meta.has(field.toString()) && !meta.isColumn(field.toString())) {
                throw new DataError("Field not permitted in query: %s".formatted(field));
            }
        }
    }

    /** @throws PermissionError where the caller's roles give no right to export the DocType */
    public static void checkMayExport(Context context, String doctype) {
        boolean may = context.roles().contains("System Manager")
                || context.permissions().has(Right.EXPORT, doctype);
        if (!may) {
            throw new PermissionError("You may not export " + doctype).shown(Notice.NONE);
        }
    }
}
