package org.affogato.engine.install.customize;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.affogato.engine.document.Document;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.meta.Attributes;
import org.affogato.engine.meta.CoreDoctypes;
import org.affogato.engine.meta.DocField;
import org.affogato.engine.meta.Meta;
import org.affogato.engine.spi.Context;
import org.jspecify.annotations.Nullable;

/** Shows a DocType in Customize Form as it is in force. */
final class FormReader {
    private final Context context;

    FormReader(Context context) {
        this.context = context;
    }

    void show(Document form) {
        String doctype = form.text("doc_type");
        clear(form, doctype);
        if (doctype.isEmpty()) {
            return;
        }
        Meta meta = customisable(doctype);
        Properties.FORM.forEach(
                (property, type) -> form.set(property, Properties.of(meta.attributes(), property, type)));
        form.set("label", new TitleTranslation(doctype, context).text());
        meta.fields().forEach(field -> context.documents().append(form, "fields", row(field)));
        for (Part part : Part.values()) {
            meta.part(part.fieldname()).forEach(row -> context.documents().append(form, part.fieldname(), row.asMap()));
        }
    }

    private static void clear(Document form, String doctype) {
        List.copyOf(form.values().keySet()).forEach(form::remove);
        form.meta().tableFields().forEach(table -> form.setRows(table.fieldname(), List.of()));
        form.set("name", form.doctype()).set("doc_type", doctype);
    }

    /**
     * @throws ValidationError for a DocType whose form cannot be customised
     */
    Meta customisable(String doctype) {
        Meta meta = context.meta(doctype);
        if (CoreDoctypes.has(doctype)) {
            throw new ValidationError("The core DocType %s cannot be customized".formatted(doctype));
        }
        if (meta.isSingle()) {
            throw new ValidationError("The Single %s cannot be customized".formatted(doctype));
        }
        if (meta.isCustom()) {
            throw new ValidationError("%s is the site's own: change the DocType itself".formatted(doctype));
        }
        return meta;
    }

    private static Map<String, @Nullable Object> row(DocField field) {
        Attributes attributes = field.attributes();
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("name", attributes.get("name"));
        row.put("fieldname", field.fieldname());
        row.put("is_custom_field", (long) attributes.integer("is_custom_field"));
        row.put("is_system_generated", (long) attributes.integer("is_system_generated"));
        row.put("idx", attributes.get("idx"));
        Properties.FIELD.forEach((property, type) -> row.put(property, Properties.of(attributes, property, type)));
        return row;
    }
}
