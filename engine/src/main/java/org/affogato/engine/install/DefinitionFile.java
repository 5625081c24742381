package org.affogato.engine.install;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One DocType as a file defines it.
 *
 * @param app whose file it is
 * @param place where it lies, for messages
 * @param hash MD5 of the file, as Frappe keeps it in {@code migration_hash}
 * @param content the JSON with its fields in the order of {@code field_order}
 */
record DefinitionFile(String app, String place, String hash, Map<String, @Nullable Object> content) {
    String name() {
        return String.valueOf(content.get("name"));
    }
}
