package org.affogato.engine.install;

import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One DocType as a file defines it. What it says is parsed when it is asked for, since most files are unchanged.
 *
 * @param app whose file it is
 * @param place where it lies, for messages
 * @param hash MD5 of the file, as Frappe keeps it in {@code migration_hash}
 */
record DefinitionFile(
        String app, String place, String hash, String name, Supplier<Map<String, @Nullable Object>> source) {
    /** The JSON with its fields in the order of {@code field_order}. */
    Map<String, @Nullable Object> content() {
        return source.get();
    }
}
