package org.affogato.api.openapi;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.affogato.engine.meta.DocField;
import org.affogato.engine.meta.Meta;
import org.affogato.engine.meta.StandardFields;

/** A DocType as JSON Schema. */
final class Schemas {
    private static final Set<String> NUMBERS = Set.of("docstatus", "idx");

    private Schemas() {}

    /**
     * Component names take letters, digits, dots, dashes and underscores only, and no two DocTypes may share one: blanks
     * become underscores, and what is left is written as its number.
     */
    static String component(String doctype) {
        StringBuilder component = new StringBuilder();
        doctype.chars().forEach(letter -> {
            if (letter == ' ') {
                component.append('_');
            } else if (letter < 128 && Character.isLetterOrDigit(letter) || letter == '-') {
                component.append((char) letter);
            } else {
                component.append('.').append(Integer.toHexString(letter)).append('.');
            }
        });
        return component.toString();
    }

    static void write(JsonGenerator out, Meta meta, Shape shape) throws IOException {
        FieldSchema schema = new FieldSchema(out, shape, meta.isSingle());
        out.writeObjectFieldStart(shape.component(meta.name()));
        if (shape == Shape.STORED) {
            out.writeStringField("title", meta.name());
        }
        out.writeStringField("type", "object");
        out.writeObjectFieldStart("properties");
        Set<String> written = new LinkedHashSet<>();
        writeStandard(schema, meta, written);
        for (DocField field : meta.fields()) {
            boolean hasValue = field.type().hasValue() || field.type().isTable();
            if (hasValue && written.add(field.fieldname())) {
                schema.write(field);
            }
        }
        out.writeEndObject();
        out.writeEndObject();
    }

    private static void writeStandard(FieldSchema schema, Meta meta, Set<String> written) throws IOException {
        Set<String> names = new LinkedHashSet<>(StandardFields.DEFAULT);
        if (meta.isChild()) {
            names.addAll(StandardFields.CHILD);
        }
        names.add("doctype");
        for (String name : names) {
            written.add(name);
            boolean number = NUMBERS.contains(name) || name.equals("name") && meta.isAutoincrement();
            schema.writeStandard(name, number ? "integer" : "string");
        }
    }

    /** The fields that a new document must be given. */
    static List<String> required(Meta meta) {
        return meta.fields().stream()
                .filter(field -> field.reqd() && field.type().hasValue() && field.defaultValue() == null)
                .map(DocField::fieldname)
                .distinct()
                .toList();
    }
}
