package org.affogato.api.method.desk;

import java.util.LinkedHashMap;
import java.util.Map;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.Documents;
import org.jspecify.annotations.Nullable;

/** Keeps who took data out of the site. Frappe: {@code make_access_log}. */
public final class AccessLog {
    private AccessLog() {}

    /**
     * @param filters as JSON text
     */
    public static void exported(
            Context context, String doctype, String fileType, @Nullable String report, @Nullable String filters) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("export_from", doctype);
        values.put("file_type", fileType);
        values.put("report_name", report);
        values.put("filters", filters);
        keep(context, values);
    }

    static void keep(Context context, Map<String, @Nullable Object> values) {
        values.put("user", context.user());
        Documents documents = context.with(context.flags().ignoringPermissions().ignoringLinks())
                .documents();
        documents.insert(documents.create("Access Log", values));
    }
}
