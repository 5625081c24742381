package org.affogato.api.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import org.affogato.engine.document.Document;
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
        return new String(bytes(out -> write(out, value)), java.nio.charset.StandardCharsets.UTF_8);
    }

    /** One value of any kind that a method may answer. */
    public static void write(JsonGenerator out, @Nullable Object value) throws IOException {
        switch (value) {
            case null -> out.writeNull();
            case String text -> out.writeString(text);
            case Number number -> writeNumber(out, number);
            case Boolean flag -> out.writeBoolean(flag);
            case Map<?, ?> map -> writeMap(out, map);
            case Iterable<?> list -> writeList(out, list);
            case LocalDateTime at -> out.writeString(Moments.text(at));
            case LocalDate date -> out.writeString(date.toString());
            case Duration time -> out.writeString(Moments.text(time));
            case Document document -> DocumentJson.write(out, document, false);
            case AsDict dict -> DocumentJson.write(out, dict.document(), true);
            case byte[] blob -> out.writeBinary(blob);
            default -> out.writeString(value.toString());
        }
    }

    private static void writeNumber(JsonGenerator out, Number number) throws IOException {
        switch (number) {
            case Long whole -> out.writeNumber(whole);
            case Integer whole -> out.writeNumber(whole);
            case BigInteger whole -> out.writeNumber(whole);
            case BigDecimal decimal -> writeDouble(out, decimal.doubleValue());
            default -> writeDouble(out, number.doubleValue());
        }
    }

    private static void writeDouble(JsonGenerator out, double number) throws IOException {
        if (Double.isFinite(number)) {
            out.writeNumber(number);
        } else {
            out.writeNull();
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
