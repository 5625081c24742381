package org.affogato.api.openapi;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.affogato.engine.meta.DocField;

/** The JSON Schema of one field's value, as it goes out; a Single keeps numbers as texts, and may answer them so. */
final class FieldSchema {
    private static final Set<String> WHOLE = Set.of("Int", "Long Int", "Check");
    private static final Set<String> BROKEN = Set.of("Float", "Currency", "Percent", "Rating", "Duration");

    private FieldSchema() {}

    static void write(JsonGenerator out, DocField field, boolean ofSingle) throws IOException {
        out.writeObjectFieldStart(field.fieldname());
        if (field.type().isTable()) {
            writeRows(out, field);
        } else if (field.virtual()) {
            out.writeStringField("description", "Computed, of any type");
        } else {
            writePlain(out, field, ofSingle);
        }
        if (!field.label().isEmpty()) {
            out.writeStringField("title", field.label());
        }
        out.writeEndObject();
    }

    private static void writeRows(JsonGenerator out, DocField field) throws IOException {
        out.writeStringField("type", "array");
        out.writeObjectFieldStart("items");
        if (field.options() == null) {
            out.writeStringField("type", "object");
        } else {
            out.writeStringField("$ref", Schemas.reference(field.options()));
        }
        out.writeEndObject();
    }

    private static void writePlain(JsonGenerator out, DocField field, boolean ofSingle) throws IOException {
        String type = field.fieldtype();
        if (WHOLE.contains(type)) {
            writeNumber(out, "integer", ofSingle);
        } else if (BROKEN.contains(type)) {
            writeNumber(out, "number", ofSingle);
        } else {
            writeText(out, field, type);
        }
    }

    static void writeNumber(JsonGenerator out, String type, boolean ofSingle) throws IOException {
        if (!ofSingle) {
            out.writeStringField("type", type);
            return;
        }
        out.writeArrayFieldStart("type");
        out.writeString(type);
        out.writeString("string");
        out.writeEndArray();
    }

    private static void writeText(JsonGenerator out, DocField field, String type) throws IOException {
        out.writeArrayFieldStart("type");
        out.writeString("string");
        out.writeString("null");
        out.writeEndArray();
        if (type.equals("Date")) {
            out.writeStringField("format", "date");
        }
        if (type.equals("Link") && field.options() != null) {
            out.writeStringField("description", "Name of a " + field.options());
        }
        if (type.equals("Select") && field.options() != null) {
            out.writeArrayFieldStart("examples");
            for (String option : List.of(field.options().split("\n"))) {
                out.writeString(option);
            }
            out.writeEndArray();
        }
    }
}
