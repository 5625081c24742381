package org.affogato.api.method.desk;

import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import org.affogato.engine.spi.Arguments;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.Requires;
import org.affogato.engine.spi.Requires.Access;
import org.affogato.engine.spi.Whitelisted;
import org.affogato.engine.spi.WhitelistedMethods;
import org.jspecify.annotations.Nullable;

/** Clients that take data out by themselves, as a print or a table, say so here. Frappe: {@code make_access_log}. */
@Singleton
public class AccessLogMethods implements WhitelistedMethods {
    private static final Map<String, String> FIELDS = new LinkedHashMap<>();

    static {
        FIELDS.put("doctype", "export_from");
        FIELDS.put("document", "reference_document");
        for (String same : new String[] {"method", "file_type", "report_name", "filters", "page", "columns"}) {
            FIELDS.put(same, same);
        }
    }

    /** Keeps that the caller took something out. */
    @Whitelisted(value = "frappe.core.doctype.access_log.access_log.make_access_log", commitsOnGet = true)
    @Requires(access = Access.OWN_DATA)
    public void make(Context context, Arguments arguments) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        FIELDS.forEach((argument, field) -> {
            Object value = arguments.get(argument);
            values.put(field, value == null || value.equals("") ? null : value.toString());
        });
        AccessLog.keep(context, values);
    }
}
