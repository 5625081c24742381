package org.affogato.doctypes.frappe.core.doctype.session_default_settings;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.affogato.engine.document.Document;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.Requires;
import org.affogato.engine.spi.Requires.Access;
import org.affogato.engine.spi.Whitelisted;
import org.affogato.engine.spi.WhitelistedMethods;
import org.jspecify.annotations.Nullable;

/**
 * Values that a user sets once and every new document of theirs starts with: for Links to the DocTypes that Session
 * Default Settings names.
 */
public final class SessionDefaultMethods implements WhitelistedMethods {
    private static final String MODULE = "frappe.core.doctype.session_default_settings.session_default_settings.";
    private static final String SETTINGS = "Session Default Settings";
    private static final String VALUE =
            "SELECT defvalue FROM {DefaultValue} WHERE parent = ? AND defkey = ? ORDER BY creation LIMIT 1";

    /** The fields of the dialog that asks for them, as JSON text. */
    @Whitelisted(MODULE + "get_session_default_values")
    @Requires(access = Access.OWN_DATA)
    public String get(Context context) {
        ArrayNode fields = JsonNodeFactory.instance.arrayNode();
        offered(context)
                .forEach((key, doctype) -> fields.addObject()
                        .put("fieldname", key)
                        .put("fieldtype", "Link")
                        .put("options", doctype)
                        .put("label", "Default " + doctype)
                        .put("default", value(context, key)));
        return fields.toString();
    }

    private static Map<String, String> offered(Context context) {
        Map<String, String> offered = new LinkedHashMap<>();
        for (Document row : context.documents().get(SETTINGS, SETTINGS).rows("session_defaults")) {
            String doctype = row.text("ref_doctype");
            offered.put(doctype.toLowerCase(Locale.ROOT).replace(' ', '_').replace('-', '_'), doctype);
        }
        return offered;
    }

    private static @Nullable String value(Context context, String key) {
        for (String parent : List.of(context.user(), "__default")) {
            List<@Nullable String> found =
                    context.database().query(VALUE, List.of(parent, key), row -> row.getString(1));
            if (!found.isEmpty()) {
                return found.getFirst();
            }
        }
        return null;
    }

    /** Keeps the caller's own; keys that the settings do not name are left alone. */
    @Whitelisted(MODULE + "set_session_default_values")
    @Requires(access = Access.OWN_DATA)
    public String set(Context context, Map<String, @Nullable Object> defaultValues) {
        List<String> keys = new ArrayList<>(offered(context).keySet());
        keys.retainAll(defaultValues.keySet());
        for (String key : keys) {
            context.database()
                    .execute("DELETE FROM {DefaultValue} WHERE parent = ? AND defkey = ?", context.user(), key);
            Object value = defaultValues.get(key);
            if (value != null && !value.equals("")) {
                insert(context, key, value.toString());
            }
        }
        context.touch("access");
        return "success";
    }

    private static void insert(Context context, String key, String value) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("parent", context.user());
        values.put("parenttype", "__default");
        values.put("parentfield", "system_defaults");
        values.put("defkey", key);
        values.put("defvalue", value);
        Context writing = context.with(context.flags().ignoringPermissions());
        writing.documents().insert(writing.documents().create("DefaultValue", values));
    }
}
