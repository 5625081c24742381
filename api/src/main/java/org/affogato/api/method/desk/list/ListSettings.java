package org.affogato.api.method.desk.list;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.affogato.api.json.Json;
import org.affogato.api.method.desk.meta.FormMetas;
import org.affogato.engine.document.Document;
import org.affogato.engine.meta.Meta;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.Documents;
import org.affogato.engine.spi.Requires;
import org.affogato.engine.spi.Requires.Access;
import org.affogato.engine.spi.Whitelisted;
import org.affogato.engine.spi.WhitelistedMethods;
import org.jspecify.annotations.Nullable;

/** What a site changed about the list of a DocType. Frappe: {@code frappe.desk.listview}. */
@Singleton
public class ListSettings implements WhitelistedMethods {
    static final String DOCTYPE = "List View Settings";

    private final FormMetas metas;

    public ListSettings(FormMetas metas) {
        this.metas = metas;
    }

    @Whitelisted("frappe.desk.listview.get_list_settings")
    @Requires(access = Access.ANY_USER)
    public @Nullable Document get(Context context, String doctype) {
        return context.documents().find(DOCTYPE, doctype).orElse(null);
    }

    @Whitelisted("frappe.desk.listview.set_list_settings")
    @Requires(access = Access.ANY_USER)
    public void set(Context context, String doctype, Map<String, @Nullable Object> values) {
        save(context, doctype, values);
    }

    /** Saves the settings of a list, and which fields stand in it: for all users, by Property Setters. */
    @Whitelisted("frappe.desk.doctype.list_view_settings.list_view_settings.save_listview_settings")
    @Requires(access = Access.ANY_USER)
    public Map<String, Object> save(
            Context context,
            String doctype,
            Map<String, @Nullable Object> listviewSettings,
            List<?> removedListviewFields) {
        Document settings = save(context, doctype, listviewSettings);
        ListedFields fields = new ListedFields(context, context.meta(doctype));
        removedListviewFields.forEach(field -> fields.show(String.valueOf(field), false));
        for (Object field : Json.list(listviewSettings.getOrDefault("fields", "[]"))) {
            if (field instanceof Map<?, ?> map && map.get("fieldname") instanceof String name) {
                fields.show(name, true);
            }
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("meta", metas.json(context, doctype));
        answer.put("listview_settings", settings);
        return answer;
    }

    /** The fields in a list as the DocType has them, whatever the site changed. */
    @Whitelisted("frappe.desk.doctype.list_view_settings.list_view_settings.get_default_listview_fields")
    @Requires(access = Access.ANY_USER)
    public List<String> defaultFields(Context context, String doctype) {
        Meta meta = context.meta(doctype);
        List<String> fields = new ArrayList<>(context.database()
                .query(
                        "SELECT fieldname FROM {DocField} WHERE parent = ? AND parenttype = 'DocType' AND in_list_view = 1"
                                + " ORDER BY idx",
                        List.of(doctype),
                        row -> row.getString(1)));
        String title = meta.titleField();
        if (meta.has(title) && !fields.contains(title)) {
            fields.add(title);
        }
        return fields;
    }

    /** Saves the settings of a list, new ones too; the lifecycle checks the right to. */
    static Document save(Context context, String doctype, Map<String, ? extends @Nullable Object> values) {
        Documents documents = context.documents();
        Document settings = documents.find(DOCTYPE, doctype).orElse(null);
        if (settings != null) {
            documents.update(settings, values);
            return documents.save(settings);
        }
        Document created = documents.createWithDefaults(DOCTYPE, values);
        created.set("name", doctype);
        return documents.insert(created);
    }
}
