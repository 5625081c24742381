package org.affogato.api.method.desk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.affogato.engine.Engine;
import org.affogato.engine.document.Document;
import org.affogato.engine.spi.Context;
import org.jspecify.annotations.Nullable;

/** Makes DocTypes, documents and users for tests, once each. */
public final class DeskSite {
    public static final String PASSWORD = "Quiet-Harbour-42";

    private static final List<String> ALL =
            List.of("read", "write", "create", "delete", "report", "export", "share", "print", "email", "select");

    private final Engine engine;

    public DeskSite(Engine engine) {
        this.engine = engine;
    }

    /**
     * @param fields as {@code fieldname:Fieldtype} or {@code fieldname:Fieldtype:options}
     */
    public void doctype(String name, Map<String, ?> properties, List<Map<String, ?>> permissions, String... fields) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("name", name);
        values.put("module", "Custom");
        values.put("custom", 1L);
        values.put("autoname", "field:title");
        values.put("fields", List.of(fields).stream().map(DeskSite::field).toList());
        values.put("permissions", permissions);
        values.putAll(properties);
        insert("DocType", values);
    }

    private static Map<String, Object> field(String text) {
        String[] parts = text.split(":", 3);
        Map<String, Object> field = new LinkedHashMap<>();
        field.put("fieldname", parts[0]);
        field.put("label", parts[0].substring(0, 1).toUpperCase(java.util.Locale.ROOT) + parts[0].substring(1));
        field.put("fieldtype", parts[1]);
        if (parts.length > 2) {
            field.put("options", parts[2]);
        }
        return field;
    }

    /** All rights but for importing. */
    public static Map<String, Object> everything(String role) {
        return rights(role, ALL.toArray(String[]::new));
    }

    public static Map<String, Object> rights(String role, String... rights) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("role", role);
        ALL.forEach(right -> row.put(right, 0L));
        for (String right : rights) {
            row.put(right, 1L);
        }
        return row;
    }

    /** Inserts unless it is there; answers the name. */
    public String insert(String doctype, Map<String, ? extends @Nullable Object> values) {
        return engine.run(Context.ADMINISTRATOR, context -> {
            Document document = context.documents().create(doctype, values);
            Object name = values.get("name") == null ? values.get("title") : values.get("name");
            if (name != null && context.documents().exists(doctype, name.toString())) {
                return name.toString();
            }
            return context.documents().insert(document).name();
        });
    }

    public void role(String name) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("name", name);
        values.put("role_name", name);
        values.put("desk_access", 1L);
        insert("Role", values);
    }

    /** A user with the password {@link #PASSWORD}; answers the name. */
    public String user(String key, String... roles) {
        String email = key + "@example.com";
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("name", email);
        values.put("email", email);
        values.put("first_name", key);
        values.put("new_password", PASSWORD);
        values.put(
                "roles",
                List.of(roles).stream().map(role -> Map.of("role", role)).toList());
        return insert("User", values);
    }
}
