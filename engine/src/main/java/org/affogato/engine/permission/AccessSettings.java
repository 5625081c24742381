package org.affogato.engine.permission;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.affogato.engine.spi.Context;

/** System Settings, kept in memory: every check of a right and every login asks them. */
public final class AccessSettings {
    private final AccessCache<Map<String, String>> values = new AccessCache<>(1, List.of(AccessScope.ACCESS));

    /** Whether User Permissions also hide documents whose link is empty. */
    public boolean strictUserPermissions(Context context) {
        return integer("apply_strict_user_permissions", 0, context) != 0;
    }

    public boolean sharingDisabled(Context context) {
        return integer("disable_document_sharing", 0, context) != 0;
    }

    public long integer(String fieldname, long otherwise, Context context) {
        String value = text(fieldname, "", context).strip();
        return value.matches("-?\\d{1,18}") ? Long.parseLong(value) : otherwise;
    }

    public String text(String fieldname, String otherwise, Context context) {
        String value = values.get("", context, () -> load(context)).getOrDefault(fieldname, "");
        return value.isEmpty() ? otherwise : value;
    }

    AccessCache<Map<String, String>> cache() {
        return values;
    }

    private static Map<String, String> load(Context context) {
        Map<String, String> loaded = new LinkedHashMap<>();
        context.database().stream(
                "SELECT `field`, `value` FROM `tabSingles` WHERE `doctype` = 'System Settings'", List.of(), row -> {
                    String value = row.getString(2);
                    if (value != null) {
                        loaded.put(row.getString(1), value);
                    }
                });
        return loaded;
    }
}
