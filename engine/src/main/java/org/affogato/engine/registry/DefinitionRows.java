package org.affogato.engine.registry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the child rows of a definition; what is no list of objects counts as none. */
public final class DefinitionRows {
    private DefinitionRows() {}

    /** Copies of the rows, free to be changed. */
    public static List<Map<String, @Nullable Object>> of(@Nullable Object value) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        if (value instanceof List<?> list) {
            for (Object row : list) {
                if (row instanceof Map<?, ?> map) {
                    rows.add(copy(map));
                }
            }
        }
        return rows;
    }

    private static Map<String, @Nullable Object> copy(Map<?, ?> map) {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>();
        map.forEach((key, value) -> copy.put(String.valueOf(key), value));
        return copy;
    }
}
