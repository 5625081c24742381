package org.affogato.api.openapi;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.affogato.engine.meta.DocField;

/**
 * The JSON Schema of one field's value, as it goes out; a Single keeps numbers as texts, and may answer them so.
 *
 * @param out where it is written to
 * @param shape of the document
 * @param ofSingle whether the document is a Single
 */
record FieldSchema(JsonGenerator out, Shape shape, boolean ofSingle) {
    private static final Set<String> WHOLE = Set.of("Int", "Long Int", "Check");
    private static final Set<String> BROKEN = Set.of("Float", "Currency", "Percent", "Rating", "Duration");

    /** What a save answers as it is stored, whatever was sent. */
    private static final Set<String> CAST = Set.of("Check", "Float", "Currency", "Percent");

    void write(DocField field) throws IOException {
        out.writeObjectFieldStart(field.fieldname());
        if (field.type().isTable()) {
            writeRows(field);
        } else if (field.virtual()) {
            out.writeStringField("description", "Computed, of any type");
        } else if (shape == Shape.SAVED && !CAST.contains(field.fieldtype())) {
            writeSent();
        } else {
            writePlain(field);
        }
        if (shape == Shape.STORED && !field.label().isEmpty()) {
            out.writeStringField("title", field.label());
        }
        out.writeEndObject();
    }

    /** A field that every document has. */
    void writeStandard(String name, String type) throws IOException {
        out.writeObjectFieldStart(name);
        if (shape == Shape.SAVED) {
            writeSent();
        } else if (type.equals("integer")) {
            writeNumber(type);
        } else {
            out.writeStringField("type", type);
        }
        out.writeEndObject();
    }

    private void writeRows(DocField field) throws IOException {
        out.writeStringField("type", "array");
        out.writeObjectFieldStart("items");
        if (field.options() == null) {
            out.writeStringField("type", "object");
        } else {
            out.writeStringField("$ref", shape.reference(field.options()));
        }
        out.writeEndObject();
    }

    private void writeSent() throws IOException {
        out.writeStringField("$ref", Tree.REFERENCE + Shape.SENT);
    }

    private void writePlain(DocField field) throws IOException {
        String type = field.fieldtype();
        if (WHOLE.contains(type)) {
            writeNumber("integer");
        } else if (BROKEN.contains(type)) {
            writeNumber("number");
        } else {
            writeText(field, type);
        }
    }

    private void writeNumber(String type) throws IOException {
        if (!ofSingle) {
            out.writeStringField("type", type);
            return;
        }
        out.writeArrayFieldStart("type");
        out.writeString(type);
        out.writeString("string");
        out.writeEndArray();
    }

    private void writeText(DocField field, String type) throws IOException {
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
