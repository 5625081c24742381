package org.affogato.api.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Map;
import org.affogato.engine.document.Document;
import org.affogato.engine.fieldtype.JsonValues;
import org.jspecify.annotations.Nullable;

/** Writes values straight into bytes, in the forms of the wire: no tree in between. Frappe: {@code json_handler}. */
public final class JsonWriter {
    private JsonWriter() {}

    /** What is written, into an open generator. */
    @FunctionalInterface
    public interface Content {
        void write(JsonGenerator out) throws IOException;
    }

    /** The bytes of what the content writes. */
    public static byte[] bytes(Content content) {
        try (ByteArrayBuilder buffer = new ByteArrayBuilder(Json.FACTORY._getBufferRecycler());
                JsonGenerator out = Json.FACTORY.createGenerator(buffer)) {
            content.write(out);
            out.flush();
            return buffer.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** A value as JSON text, for JSON inside JSON. */
    public static String text(@Nullable Object value) {
        return new String(bytes(out -> write(out, value)), StandardCharsets.UTF_8);
    }

    /** Like {@link #text}, with letters beyond ASCII escaped as Python escapes them: for columns that hold no other. */
    public static String ascii(@Nullable Object value) {
        byte[] json = bytes(out -> write(
                out.enable(JsonWriteFeature.ESCAPE_NON_ASCII.mappedFeature())
                        .disable(JsonWriteFeature.WRITE_HEX_UPPER_CASE.mappedFeature()),
                value));
        return new String(json, StandardCharsets.US_ASCII);
    }

    /** One value of any kind that a method may answer. */
    public static void write(JsonGenerator out, @Nullable Object value) throws IOException {
        switch (value) {
            case null -> out.writeNull();
            case String text -> out.writeString(text);
            case Long number -> out.writeNumber(number);
            case LocalDateTime at -> out.writeString(Moments.text(at));
            case Map<?, ?> map -> writeMap(out, map);
            case Iterable<?> list -> writeList(out, list);
            case Document document -> DocumentJson.write(out, document, false);
            case AsDict dict -> DocumentJson.write(out, dict);
            case Prewritten written -> out.writeRawValue(written.json());
            case byte[] blob -> out.writeBinary(blob);
            default -> JsonValues.write(out, value);
        }
    }

    private static void writeMap(JsonGenerator out, Map<?, ?> map) throws IOException {
        out.writeStartObject();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            out.writeFieldName(String.valueOf(entry.getKey()));
            write(out, entry.getValue());
        }
        out.writeEndObject();
    }

    private static void writeList(JsonGenerator out, Iterable<?> list) throws IOException {
        out.writeStartArray();
        for (Object item : list) {
            write(out, item);
        }
        out.writeEndArray();
    }
}
