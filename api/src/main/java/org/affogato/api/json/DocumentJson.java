package org.affogato.api.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.affogato.engine.document.Document;
import org.affogato.engine.meta.DocField;
import org.affogato.engine.meta.Meta;
import org.affogato.engine.meta.StandardFields;
import org.jspecify.annotations.Nullable;

/** Writes a document as clients get it: every field with a value, its doctype, its rows. Frappe: {@code as_dict}. */
final class DocumentJson {
    /** Beside the fields, only where they hold something. */
    private static final List<String> EXTRAS =
            List.of("_user_tags", "__islocal", "__onload", "_liked_by", "__run_link_triggers", "__unsaved");

    private DocumentJson() {}

    static void write(JsonGenerator out, AsDict dict) throws IOException {
        out.writeStartObject();
        writeContent(out, dict.document(), true);
        for (Map.Entry<String, ?> entry : dict.more().entrySet()) {
            out.writeFieldName(entry.getKey());
            JsonWriter.write(out, entry.getValue());
        }
        out.writeEndObject();
    }

    static void write(JsonGenerator out, Document document, boolean withNulls) throws IOException {
        out.writeStartObject();
        writeContent(out, document, withNulls);
        out.writeEndObject();
    }

    private static void writeContent(JsonGenerator out, Document document, boolean withNulls) throws IOException {
        Meta meta = document.meta();
        writeStandard(out, document, withNulls);
        for (DocField field : meta.fields()) {
            if (field.type().hasValue() && !field.type().isTable()) {
                writeField(out, document, field, withNulls);
            }
        }
        out.writeStringField("doctype", meta.name());
        for (DocField table : meta.tableFields()) {
            writeRows(out, document, table.fieldname(), withNulls);
        }
        writeExtras(out, document);
    }

    private static void writeStandard(JsonGenerator out, Document document, boolean withNulls) throws IOException {
        for (String name : StandardFields.DEFAULT) {
            writeValue(out, name, standardValue(document, name), withNulls);
        }
        if (document.meta().isChild()) {
            for (String name : StandardFields.CHILD) {
                writeValue(out, name, document.get(name), withNulls);
            }
        }
    }

    private static @Nullable Object standardValue(Document document, String name) {
        Object value = document.get(name);
        boolean number = name.equals("docstatus") || name.equals("idx");
        return value == null && number ? 0L : value;
    }

    private static void writeField(JsonGenerator out, Document document, DocField field, boolean withNulls)
            throws IOException {
        if (field.virtual() && !document.has(field.fieldname())) {
            return;
        }
        Object value = document.get(field.fieldname());
        writeValue(out, field.fieldname(), field.type().stored(field, value), withNulls || field.virtual());
    }

    private static void writeValue(JsonGenerator out, String name, @Nullable Object value, boolean withNulls)
            throws IOException {
        if (value == null && !withNulls) {
            return;
        }
        out.writeFieldName(name);
        JsonWriter.write(out, value);
    }

    private static void writeRows(JsonGenerator out, Document document, String fieldname, boolean withNulls)
            throws IOException {
        out.writeArrayFieldStart(fieldname);
        for (Document row : document.rows(fieldname)) {
            write(out, row, withNulls);
        }
        out.writeEndArray();
    }

    private static void writeExtras(JsonGenerator out, Document document) throws IOException {
        for (String name : EXTRAS) {
            Object value = document.get(name);
            if (value != null && !value.equals("") && !value.equals(0L)) {
                out.writeFieldName(name);
                JsonWriter.write(out, value);
            }
        }
    }
}
