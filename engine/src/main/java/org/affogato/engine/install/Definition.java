package org.affogato.engine.install;

import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A DocType as all sources together define it. What it says is worked out when it is asked for, which is seldom: only
 * where the hash is new.
 *
 * @param hash changes when any of the files does
 */
record Definition(String name, String app, String hash, Supplier<Map<String, @Nullable Object>> source) {
    Map<String, @Nullable Object> content() {
        return source.get();
    }
}
