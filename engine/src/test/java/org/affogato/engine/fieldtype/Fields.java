package org.affogato.engine.fieldtype;

import java.util.LinkedHashMap;
import java.util.Map;
import org.affogato.engine.meta.Attributes;
import org.affogato.engine.meta.DocField;
import org.affogato.engine.meta.FieldPlace;

/** Makes fields for tests: {@code field("Data", "length", 5)}. */
final class Fields {
    static final FieldPlace SOMEWHERE = new FieldPlace("Order", "SO-1", 0);

    private Fields() {}

    static DocField field(String fieldtype, Object... properties) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("fieldname", "f");
        values.put("label", "F");
        values.put("fieldtype", fieldtype);
        for (int i = 0; i < properties.length; i += 2) {
            values.put((String) properties[i], properties[i + 1]);
        }
        return new DocField(Attributes.copyOf(values), FieldTypes.standard().get(fieldtype));
    }

    static Object cast(DocField field, Object value) {
        return field.type().cast(field, value);
    }

    static void validate(DocField field, Object value) {
        Object cast = cast(field, value);
        field.type().validate(field, cast, SOMEWHERE);
        field.type().checkFits(field, cast, SOMEWHERE);
    }
}
