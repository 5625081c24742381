package org.affogato.engine.install.customize;

import java.util.LinkedHashMap;
import java.util.Map;
import org.affogato.engine.meta.Meta;
import org.affogato.engine.spi.Context;
import org.jspecify.annotations.Nullable;

/** The Link to Auto Repeat, which a DocType that may be repeated needs. */
final class AutoRepeatField {
    private static final String FIELDNAME = "auto_repeat";

    private AutoRepeatField() {}

    /** Adds it at the end of the form unless it is there; whether it did. */
    static boolean add(String doctype, Context context) {
        Meta meta = context.meta(doctype);
        if (meta.has(FIELDNAME)) {
            return false;
        }
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("dt", doctype);
        values.put("fieldname", FIELDNAME);
        values.put("label", "Auto Repeat");
        values.put("fieldtype", "Link");
        values.put("options", "Auto Repeat");
        values.put("insert_after", "append");
        values.put("read_only", 1L);
        values.put("no_copy", 1L);
        values.put("print_hide", 1L);
        values.put("is_system_generated", 1L);
        context.documents().insert(context.documents().createWithDefaults("Custom Field", values));
        return true;
    }
}
