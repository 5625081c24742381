package org.affogato.engine.install;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.affogato.engine.install.record.JsonFiles;
import org.affogato.engine.registry.DefinitionRows;
import org.jspecify.annotations.Nullable;

/** Reads definitions out of JSON files; files that hold something else are passed over. */
final class DefinitionReader {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_LONG_FOR_INTS)
            .build();
    private static final TypeReference<Map<String, @Nullable Object>> OBJECT = new TypeReference<>() {};

    private DefinitionReader() {}

    /**
     * The DocTypes of one file: mostly one, none where it is not about DocTypes.
     *
     * @throws UnreadableFile where it is no JSON
     */
    static List<DefinitionFile> read(String app, Path file) {
        byte[] bytes = bytes(file);
        try {
            return read(app, file, bytes);
        } catch (IOException malformed) {
            throw new UnreadableFile(file, malformed);
        }
    }

    private static List<DefinitionFile> read(String app, Path file, byte[] bytes) throws IOException {
        try (JsonParser parser = JSON.createParser(bytes)) {
            if (parser.nextToken() == JsonToken.START_ARRAY) {
                return inArray(app, file, bytes);
            }
            String name = doctypeAt(parser);
            return name == null
                    ? List.of()
                    : List.of(new DefinitionFile(
                            app, file.toString(), JsonFiles.md5(bytes), name, () -> ordered(parse(bytes, file))));
        }
    }

    private static List<DefinitionFile> inArray(String app, Path file, byte[] bytes) throws IOException {
        List<DefinitionFile> found = new ArrayList<>();
        for (JsonNode document : JSON.readTree(bytes)) {
            if (document.path("doctype").asText().equals("DocType") && document.hasNonNull("name")) {
                String name = document.path("name").asText();
                found.add(new DefinitionFile(
                        app,
                        file.toString(),
                        JsonFiles.md5(bytes),
                        name,
                        () -> ordered(JSON.convertValue(document, OBJECT))));
            }
        }
        return found;
    }

    /** The name of the DocType that the object defines, or null; what lies deeper in it is passed over. */
    private static @Nullable String doctypeAt(JsonParser parser) throws IOException {
        String doctype = null;
        String name = null;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String key = parser.currentName();
            parser.nextToken();
            if (key.equals("doctype")) {
                doctype = parser.getValueAsString();
            } else if (key.equals("name")) {
                name = parser.getValueAsString();
            }
            parser.skipChildren();
        }
        return "DocType".equals(doctype) ? name : null;
    }

    /** An object out of JSON text. */
    static Map<String, @Nullable Object> parse(String text) {
        try {
            return JSON.readValue(text, OBJECT);
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }

    static String write(Map<String, @Nullable Object> content) {
        try {
            return JSON.writeValueAsString(content);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static Map<String, @Nullable Object> parse(byte[] bytes, Path file) {
        try {
            return JSON.readValue(bytes, OBJECT);
        } catch (IOException malformed) {
            throw new UnreadableFile(file, malformed);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file + " cannot be read", unreadable);
        }
    }

    /** Fields named by {@code field_order} first, which is not kept; the others as they stand. */
    private static Map<String, @Nullable Object> ordered(Map<String, @Nullable Object> content) {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>(content);
        List<Map<String, @Nullable Object>> rest = DefinitionRows.of(copy.get("fields"));
        List<Map<String, @Nullable Object>> fields = new ArrayList<>();
        if (copy.remove("field_order") instanceof List<?> order) {
            for (Object fieldname : order) {
                List<Map<String, @Nullable Object>> named = rest.stream()
                        .filter(row -> String.valueOf(fieldname).equals(row.get("fieldname")))
                        .toList();
                fields.addAll(named);
                rest.removeAll(named);
            }
        }
        fields.addAll(rest);
        copy.put("fields", fields);
        return copy;
    }
}
