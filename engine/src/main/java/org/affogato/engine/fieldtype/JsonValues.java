package org.affogato.engine.fieldtype;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How a document's values go out as JSON: moments, days and times as texts, decimals as doubles in their shortest form.
 * Frappe: {@code json_handler} in {@code utils/response.py}.
 */
public final class JsonValues {
    private static final String INDENT = "    ";

    private JsonValues() {}

    /** Writes any value, maps and lists with what they hold included. */
    public static void write(JsonGenerator out, @Nullable Object value) throws IOException {
        switch (value) {
            case null -> out.writeNull();
            case String text -> out.writeString(text);
            case Boolean flag -> out.writeBoolean(flag);
            case Double number -> writeDouble(out, number);
            case Float number -> writeDouble(out, number.doubleValue());
            case BigDecimal number -> writeDouble(out, number.doubleValue());
            case BigInteger number -> out.writeNumber(number);
            case Number number -> out.writeNumber(number.longValue());
            case Map<?, ?> map -> writeMap(out, map);
            case Collection<?> items -> writeItems(out, items);
            default -> out.writeString(Texts.of(value));
        }
    }

    private static void writeDouble(JsonGenerator out, double number) throws IOException {
        if (Double.isFinite(number)) {
            out.writeNumber(Numbers.text(number));
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

    private static void writeItems(JsonGenerator out, Collection<?> items) throws IOException {
        out.writeStartArray();
        for (Object item : items) {
            write(out, item);
        }
        out.writeEndArray();
    }

    /** An object as a JSON field keeps it: keys sorted, four blanks a level, letters beyond ASCII escaped. */
    static String indented(Map<?, ?> object) {
        StringBuilder text = new StringBuilder();
        append(text, object, "\n");
        return text.toString();
    }

    private static void append(StringBuilder text, @Nullable Object value, String lineStart) {
        switch (value) {
            case null -> text.append("null");
            case Double number -> text.append(Numbers.text(number));
            case Number number -> text.append(number);
            case Boolean flag -> text.append(flag);
            case Map<?, ?> map -> appendMap(text, map, lineStart);
            case Collection<?> items -> appendItems(text, items, lineStart);
            default -> quote(text, Texts.of(value));
        }
    }

    private static void appendMap(StringBuilder text, Map<?, ?> map, String lineStart) {
        if (map.isEmpty()) {
            text.append("{}");
            return;
        }
        Map<String, @Nullable Object> sorted = new TreeMap<>();
        map.forEach((key, value) -> sorted.put(String.valueOf(key), value));
        String separator = "{";
        for (Map.Entry<String, @Nullable Object> entry : sorted.entrySet()) {
            text.append(separator).append(lineStart).append(INDENT);
            quote(text, entry.getKey());
            text.append(": ");
            append(text, entry.getValue(), lineStart + INDENT);
            separator = ",";
        }
        text.append(lineStart).append('}');
    }

    private static void appendItems(StringBuilder text, Collection<?> items, String lineStart) {
        if (items.isEmpty()) {
            text.append("[]");
            return;
        }
        String separator = "[";
        for (Object item : items) {
            text.append(separator).append(lineStart).append(INDENT);
            append(text, item, lineStart + INDENT);
            separator = ",";
        }
        text.append(lineStart).append(']');
    }

    private static void quote(StringBuilder text, String value) {
        text.append('"');
        value.chars().forEach(letter -> {
            switch (letter) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                case '\b' -> text.append("\\b");
                case '\f' -> text.append("\\f");
                default -> {
                    if (letter < ' ' || letter > '~') {
                        text.append("\\u%04x".formatted(letter));
                    } else {
                        text.append((char) letter);
                    }
                }
            }
        });
        text.append('"');
    }
}
