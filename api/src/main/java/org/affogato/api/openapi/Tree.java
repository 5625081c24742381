package org.affogato.api.openapi;

import java.util.LinkedHashMap;
import java.util.Map;

/** JSON objects as they are written down: keys and values in turn, in this order. */
final class Tree {
    static final String REFERENCE = "#/components/schemas/";

    private Tree() {}

    static Map<String, Object> of(Object... keysAndValues) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            object.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return object;
    }

    /** With the entries of another behind. */
    static Map<String, Object> with(Map<String, Object> first, Map<String, Object> more) {
        Map<String, Object> object = new LinkedHashMap<>(first);
        object.putAll(more);
        return object;
    }
}
