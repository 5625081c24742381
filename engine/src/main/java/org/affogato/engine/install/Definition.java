package org.affogato.engine.install;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A DocType as all sources together define it.
 *
 * @param hash changes when any of the files does
 */
record Definition(String name, String app, String hash, Map<String, @Nullable Object> content) {}
