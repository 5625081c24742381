package org.affogato.doctypes.frappe.custom.doctype.property_setter;

import org.affogato.engine.document.Document;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.DocumentController;

/** One property of a DocType, field or other part that differs from its definition; a new one replaces an older. */
public final class PropertySetter implements DocumentController {
    @Override
    public String doctype() {
        return "Property Setter";
    }

    @Override
    public void autoname(Document setter, Context context) {
        setter.set("name", "%s-%s-%s".formatted(setter.text("doc_type"), part(setter), setter.text("property")));
    }

    private static String part(Document setter) {
        if (!setter.text("field_name").isEmpty()) {
            return setter.text("field_name");
        }
        return setter.text("row_name").isEmpty() ? "main" : setter.text("row_name");
    }

    @Override
    public void validate(Document setter, Context context) {
        if (setter.text("property").equals("fieldtype") && setter.text("field_name").equals("naming_series")) {
            throw new ValidationError("The fieldtype of naming_series cannot be changed");
        }
        if (setter.isNew()) {
            removeOlder(setter, context);
        }
    }

    private static void removeOlder(Document setter, Context context) {
        context.database()
                .execute(
                        "DELETE FROM {Property Setter} WHERE doc_type = ? AND property = ? "
                                + "AND (? = '' OR field_name = ?) AND (? = '' OR row_name = ?)",
                        setter.text("doc_type"),
                        setter.text("property"),
                        setter.text("field_name"),
                        setter.text("field_name"),
                        setter.text("row_name"),
                        setter.text("row_name"));
    }

    @Override
    public void onUpdate(Document setter, Context context) {
        context.definitionChanged(setter.text("doc_type"));
    }

    @Override
    public void afterDelete(Document setter, Context context) {
        context.definitionChanged(setter.text("doc_type"));
    }
}
