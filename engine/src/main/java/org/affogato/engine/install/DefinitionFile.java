package org.affogato.engine.install;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One DocType as a file defines it.
 *
 * @param app whose file it is
 * @param place where it lies, for messages
 * @param hash MD5 of the file, as Frappe keeps it in {@code migration_hash}
 */
record DefinitionFile(String app, String place, String hash, JsonNode json) {
    String name() {
        return json.path("name").asText();
    }

    /** The JSON with its fields in the order of {@code field_order}. */
    Map<String, @Nullable Object> content() {
        return DefinitionReader.content(json);
    }
}
