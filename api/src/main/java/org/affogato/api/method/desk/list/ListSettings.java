package org.affogato.api.method.desk.list;

import jakarta.inject.Singleton;
import java.util.Map;
import org.affogato.engine.document.Document;
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
