package org.affogato.api.method.desk.list;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.affogato.engine.document.Document;
import org.affogato.engine.meta.Meta;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.Documents;
import org.jspecify.annotations.Nullable;

/** Puts fields into a DocType's list and takes them out, by Property Setters; the lifecycle checks the right to. */
final class ListedFields {
    private static final String PROPERTY = "in_list_view";
    private static final String SETTER = "Property Setter";

    private final Documents documents;
    private final Context context;
    private final Meta meta;

    ListedFields(Context context, Meta meta) {
        this.documents = context.documents();
        this.context = context;
        this.meta = meta;
    }

    void show(String fieldname, boolean shown) {
        if (meta.field(fieldname) == null) {
            return;
        }
        String value = shown ? "1" : "0";
        List<String> setters = context.database()
                .query(
                        "SELECT name FROM {Property Setter} WHERE doc_type = ? AND field_name = ? AND property = ?",
                        List.of(meta.name(), fieldname, PROPERTY),
                        row -> row.getString(1));
        if (setters.isEmpty()) {
            documents.insert(documents.create(SETTER, values(fieldname, value)));
            return;
        }
        Document setter = documents.get(SETTER, setters.getFirst());
        documents.save(setter.set("value", value));
    }

    private Map<String, @Nullable Object> values(String fieldname, String value) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("doctype_or_field", "DocField");
        values.put("doc_type", meta.name());
        values.put("field_name", fieldname);
        values.put("property", PROPERTY);
        values.put("property_type", "Check");
        values.put("value", value);
        return values;
    }
}
