package org.affogato.doctypes.frappe.core.doctype.system_settings;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.affogato.engine.meta.DocField;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.Requires;
import org.affogato.engine.spi.Whitelisted;
import org.affogato.engine.spi.WhitelistedMethods;
import org.jspecify.annotations.Nullable;

/** {@code frappe.core.doctype.system_settings.system_settings}. */
public final class SystemSettingsMethods implements WhitelistedMethods {
    /** What the settings' form starts with: time zones to choose from, and the site's defaults. */
    @Whitelisted("frappe.core.doctype.system_settings.system_settings.load")
    @Requires(role = "System Manager")
    public Map<String, Object> load(Context context) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put(
                "timezones",
                ZoneId.getAvailableZoneIds().stream()
                        .filter(zone -> zone.matches("[A-Z][a-z]+/[A-Z].*") && !zone.startsWith("Etc/"))
                        .sorted()
                        .toList());
        answer.put("defaults", defaults(context));
        return answer;
    }

    private static Map<String, @Nullable Object> defaults(Context context) {
        Map<String, @Nullable Object> known = new LinkedHashMap<>();
        context.database().stream(
                "SELECT defkey, defvalue FROM {DefaultValue} WHERE parent = '__default'",
                List.of(),
                row -> known.put(row.getString(1), row.getString(2)));
        Map<String, @Nullable Object> defaults = new LinkedHashMap<>();
        for (DocField field : context.meta("System Settings").columnFields()) {
            if (field.fieldtype().equals("Select") || field.fieldtype().equals("Data")) {
                defaults.put(field.fieldname(), known.get(field.fieldname()));
            }
        }
        return defaults;
    }
}
