package org.affogato.api.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.affogato.engine.error.ValidationError;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON into plain values: String, Long, Double, BigDecimal (whole numbers beyond a Long), Boolean, null, Map and
 * List. Text that is no JSON is the caller's mistake, never a crash.
 */
public final class Json {
    /** Shared by all readers and writers: it recycles their buffers. */
    public static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(100_000_000)
                    .maxNestingDepth(200)
                    .build())
            .build();

    private Json() {}

    /**
     * The value of a request body.
     *
     * @throws ValidationError for anything that is not exactly one JSON value in UTF-8
     */
    public static @Nullable Object read(byte[] utf8) {
        try (JsonParser parser = FACTORY.createParser(utf8)) {
            return readWhole(parser);
        } catch (IOException malformed) {
            throw refusal();
        }
    }

    /**
     * The value of JSON text, as it comes in forms and queries.
     *
     * @throws ValidationError for text that is not exactly one JSON value
     */
    public static @Nullable Object read(String text) {
        try (JsonParser parser = FACTORY.createParser(text)) {
            return readWhole(parser);
        } catch (IOException malformed) {
            throw refusal();
        }
    }

    /** JSON text turned into its value; text that is no JSON, and any other value, as it is. */
    public static @Nullable Object readIfJson(@Nullable Object value) {
        if (!(value instanceof String text)) {
            return value;
        }
        try {
            return read(text);
        } catch (ValidationError noJson) {
            return value;
        }
    }

    /** The object that a value is, or that its JSON text says. */
    public static Map<String, @Nullable Object> object(@Nullable Object value) {
        Object read = value instanceof String text ? read(text) : value;
        if (read instanceof Map<?, ?> map) {
            return cast(map);
        }
        throw new ValidationError("Expected a JSON object");
    }

    /** The list that a value is, or that its JSON text says. */
    public static List<?> list(@Nullable Object value) {
        Object read = value instanceof String text ? read(text) : value;
        if (read instanceof List<?> list) {
            return list;
        }
        throw new ValidationError("Expected a JSON list");
    }

    @SuppressWarnings("unchecked") // keys of a JSON object are text
    private static Map<String, @Nullable Object> cast(Map<?, ?> map) {
        return (Map<String, @Nullable Object>) map;
    }

    private static ValidationError refusal() {
        return new ValidationError("The request holds text that is not valid JSON");
    }

    private static @Nullable Object readWhole(JsonParser parser) throws IOException {
        if (parser.nextToken() == null) {
            throw refusal();
        }
        Object value = readValue(parser);
        if (parser.nextToken() != null) {
            throw refusal();
        }
        return value;
    }

    private static @Nullable Object readValue(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> readObject(parser);
            case START_ARRAY -> readArray(parser);
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT ->
                parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                        ? parser.getDecimalValue()
                        : (Object) parser.getLongValue();
            case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> null;
        };
    }

    private static Map<String, @Nullable Object> readObject(JsonParser parser) throws IOException {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
            parser.nextToken();
            object.put(key, readValue(parser));
        }
        return object;
    }

    private static List<@Nullable Object> readArray(JsonParser parser) throws IOException {
        List<@Nullable Object> array = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(readValue(parser));
        }
        return array;
    }
}
