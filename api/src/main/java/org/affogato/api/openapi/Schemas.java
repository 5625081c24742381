package org.affogato.api.openapi;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Set;
import org.affogato.engine.meta.DocField;
import org.affogato.engine.meta.Meta;
import org.affogato.engine.meta.StandardFields;

/** A DocType as JSON Schema. */
final class Schemas {
    private static final Set<String> NUMBERS = Set.of("docstatus", "idx");

    private Schemas() {}

    /** Component names take letters, digits, dots, dashes and underscores only. */
    static String component(String doctype) {
        return doctype.replaceAll("[^A-Za-z0-9._-]", "_");
    }

    static String reference(String doctype) {
        return "#/components/schemas/" + component(doctype);
    }

    static void write(JsonGenerator out, Meta meta) throws IOException {
        out.writeObjectFieldStart(component(meta.name()));
        out.writeStringField("title", meta.name());
        out.writeStringField("type", "object");
        out.writeObjectFieldStart("properties");
        Set<String> written = new LinkedHashSet<>();
        writeStandard(out, meta, written);
        for (DocField field : meta.fields()) {
            boolean hasValue = field.type().hasValue() || field.type().isTable();
            if (hasValue && written.add(field.fieldname())) {
                FieldSchema.write(out, field);
            }
        }
        out.writeEndObject();
        writeRequired(out, meta);
        out.writeEndObject();
    }

    private static void writeStandard(JsonGenerator out, Meta meta, Set<String> written) throws IOException {
        Set<String> names = new LinkedHashSet<>(StandardFields.DEFAULT);
        if (meta.isChild()) {
            names.addAll(StandardFields.CHILD);
        }
        names.add("doctype");
        for (String name : names) {
            written.add(name);
            out.writeObjectFieldStart(name);
            boolean number = NUMBERS.contains(name) || name.equals("name") && meta.isAutoincrement();
            out.writeStringField("type", number ? "integer" : "string");
            out.writeEndObject();
        }
    }

    private static void writeRequired(JsonGenerator out, Meta meta) throws IOException {
        Set<String> required = new LinkedHashSet<>();
        meta.fields().stream()
                .filter(field -> field.reqd() && field.type().hasValue() && field.defaultValue() == null)
                .forEach(field -> required.add(field.fieldname()));
        if (!required.isEmpty()) {
            out.writeArrayFieldStart("required");
            for (String name : required) {
                out.writeString(name);
            }
            out.writeEndArray();
        }
    }
}
