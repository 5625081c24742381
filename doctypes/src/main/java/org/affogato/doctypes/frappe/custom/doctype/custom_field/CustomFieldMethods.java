package org.affogato.doctypes.frappe.custom.doctype.custom_field;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.affogato.engine.document.Document;
import org.affogato.engine.meta.CoreDoctypes;
import org.affogato.engine.meta.DocField;
import org.affogato.engine.meta.Meta;
import org.affogato.engine.spi.Answer;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.Requires;
import org.affogato.engine.spi.Whitelisted;
import org.affogato.engine.spi.WhitelistedMethods;
import org.jspecify.annotations.Nullable;

/** {@code frappe.custom.doctype.custom_field.custom_field}. */
public final class CustomFieldMethods implements WhitelistedMethods {
    private static final String MODULE = "frappe.custom.doctype.custom_field.custom_field.";
    /** Gives a field of the site another fieldname; its column, rows and secrets go along. Its document keeps its name. */
    @Whitelisted(MODULE + "rename_fieldname")
    @Requires(role = "System Manager")
    public void rename(Context context, String customField, String fieldname) {
        Document field = context.documents().get("Custom Field", customField);
        if (field.text("fieldname").equals(fieldname)) {
            say(context, "Old and new fieldnames are same.", Map.of("alert", 1));
            return;
        }
        context.documents().save(field.set("fieldname", fieldname));
    }

    /** The fields after which a new one can stand; core DocTypes and those of the site itself get none. */
    @Whitelisted(MODULE + "get_fields_label")
    @Requires(right = "read", doctype = "Custom Field")
    public @Nullable List<Map<String, String>> fields(Context context, String doctype) {
        if (CoreDoctypes.has(doctype)) {
            say(context, "Custom Fields cannot be added to core DocTypes.", Map.of());
            return null;
        }
        Meta meta = context.meta(doctype);
        if (meta.attributes().check("custom")) {
            say(context, "Custom Fields can only be added to a standard DocType.", Map.of());
            return null;
        }
        return meta.fields().stream().map(CustomFieldMethods::choice).toList();
    }

    private static Map<String, String> choice(DocField field) {
        Map<String, String> choice = new LinkedHashMap<>();
        choice.put("value", field.fieldname());
        choice.put("label", field.label());
        return choice;
    }

    private static void say(Context context, String text, Map<String, Object> attributes) {
        context.answer().message(new Answer.Message(text, new LinkedHashMap<>(attributes)));
    }
}
