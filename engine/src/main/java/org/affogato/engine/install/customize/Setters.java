package org.affogato.engine.install.customize;

import java.util.LinkedHashMap;
import java.util.Map;
import org.affogato.engine.db.DefinitionQueries;
import org.affogato.engine.spi.Context;
import org.jspecify.annotations.Nullable;

/** The Property Setters of one DocType: one for each property that is to differ from what the DocType ships. */
final class Setters {
    private final String doctype;
    private final Context context;

    Setters(String doctype, Context context) {
        this.doctype = doctype;
        this.context = context;
    }

    void ofForm(Wanted wanted) {
        set("DocType", "", "", wanted);
    }

    void ofField(String fieldname, Wanted wanted) {
        set("DocField", fieldname, "", wanted);
    }

    void ofRow(String rowDoctype, String row, Wanted wanted) {
        set(rowDoctype, "", row, wanted);
    }

    void remove(String property) {
        DefinitionQueries.removeSetters(context.database(), doctype, property, "", "");
    }

    private void set(String level, String fieldname, String row, Wanted wanted) {
        DefinitionQueries.removeSetters(context.database(), doctype, wanted.property(), fieldname, row);
        if (Properties.same(wanted.type(), wanted.value(), wanted.shipped())) {
            return;
        }
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("doctype_or_field", level);
        values.put("doc_type", doctype);
        values.put("field_name", fieldname.isEmpty() ? null : fieldname);
        values.put("row_name", row.isEmpty() ? null : row);
        values.put("property", wanted.property());
        values.put("property_type", wanted.type());
        values.put("value", wanted.value() == null ? null : wanted.value().toString());
        context.documents().insert(context.documents().create("Property Setter", values));
    }

    /**
     * A property as it is to be.
     *
     * @param shipped what the DocType itself says
     */
    record Wanted(
            String property,
            String type,
            @Nullable Object value,
            @Nullable Object shipped) {}
}
