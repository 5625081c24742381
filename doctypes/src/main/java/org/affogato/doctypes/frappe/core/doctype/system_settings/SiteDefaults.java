package org.affogato.doctypes.frappe.core.doctype.system_settings;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.affogato.engine.document.Document;
import org.affogato.engine.meta.DocField;
import org.affogato.engine.spi.Context;
import org.jspecify.annotations.Nullable;

/** Copies settings to the site's default values, where clients and forms look them up by key. */
final class SiteDefaults {
    private static final String INSERT = "INSERT INTO {DefaultValue} (name, creation, modified, owner, modified_by, "
            + "parent, parentfield, parenttype, defkey, defvalue) "
            + "VALUES (?, ?, ?, 'Administrator', 'Administrator', '__default', 'system_defaults', '__default', ?, ?)";

    private final Context context;

    SiteDefaults(Context context) {
        this.context = context;
    }

    /** Writes the values that changed. */
    void put(Document settings) {
        List<List<@Nullable Object>> old = new ArrayList<>();
        List<List<@Nullable Object>> fresh = new ArrayList<>();
        Timestamp now = Timestamp.valueOf(context.now());
        for (DocField field : settings.meta().columnFields()) {
            String key = field.fieldname();
            if (settings.hasChanged(key) && !field.fieldtype().equals("Password")) {
                old.add(List.of(key));
                String name = UUID.randomUUID().toString().replace("-", "").substring(0, 10);
                fresh.add(List.of(name, now, now, key, settings.text(key)));
            }
        }
        context.database().executeBatch("DELETE FROM {DefaultValue} WHERE parent = '__default' AND defkey = ?", old);
        context.database().executeBatch(INSERT, fresh);
        context.touch("access");
    }
}
