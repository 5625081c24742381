package org.affogato.api.method.desk.form;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import org.affogato.engine.lifecycle.ShownValue;
import org.affogato.engine.meta.DocField;
import org.affogato.engine.meta.Meta;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.ListRequest;
import org.affogato.engine.spi.Requires;
import org.affogato.engine.spi.Requires.Access;
import org.affogato.engine.spi.Whitelisted;
import org.affogato.engine.spi.WhitelistedMethods;
import org.jspecify.annotations.Nullable;

/** What shows when the pointer rests on a link. Frappe: {@code frappe.desk.link_preview}. */
@Singleton
public class Previews implements WhitelistedMethods {
    /** Nothing for a DocType without previews, or a document that the caller may not see. */
    @Whitelisted("frappe.desk.link_preview.get_preview_data")
    @Requires(access = Access.ANY_USER)
    public @Nullable Map<String, @Nullable Object> get(Context context, String doctype, String docname) {
        Meta meta = context.meta(doctype);
        if (!meta.is("show_preview_popup")) {
            return null;
        }
        Map<String, Object> filters = new LinkedHashMap<>();
        filters.put("name", docname);
        ListRequest request = ListRequest.all(doctype, new ArrayList<>(fields(meta)), filters)
                .limited(1)
                .asCaller();
        List<Map<String, @Nullable Object>> found = context.documents().list(request);
        return found.isEmpty() ? null : shown(meta, found.getFirst());
    }

    private static SequencedSet<String> fields(Meta meta) {
        SequencedSet<String> fields = select(meta, "in_preview");
        if (fields.isEmpty()) {
            fields = select(meta, "reqd");
        }
        fields.add(meta.nameplateField());
        if (!image(meta).isEmpty()) {
            fields.add(image(meta));
        }
        fields.add("name");
        return fields;
    }

    private static SequencedSet<String> select(Meta meta, String property) {
        SequencedSet<String> fields = new LinkedHashSet<>();
        meta.columnFields().stream()
                .filter(field -> field.is(property))
                .forEach(field -> fields.add(field.fieldname()));
        return fields;
    }

    private static String image(Meta meta) {
        String field = meta.attributes().text("image_field", "");
        return meta.isColumn(field) ? field : "";
    }

    private static Map<String, @Nullable Object> shown(Meta meta, Map<String, @Nullable Object> row) {
        Map<String, @Nullable Object> shown = new LinkedHashMap<>();
        shown.put("preview_image", row.get(image(meta)));
        shown.put("preview_title", row.get(meta.nameplateField()));
        shown.put("name", row.get("name"));
        row.forEach((fieldname, value) -> {
            DocField field = meta.field(fieldname);
            boolean own = fieldname.equals(image(meta)) || fieldname.equals(meta.nameplateField());
            if (field != null && !own && value != null && !value.equals("") && !value.equals(0L)) {
                shown.put(field.label(), ShownValue.of(field, value));
            }
        });
        return shown;
    }
}
