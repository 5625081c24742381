package org.affogato.api.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON pointers in which {@code *} stands for any one key or index. */
final class Pointer {
    private Pointer() {}

    /** A place in a JSON value: what holds it, under which key, and what is there. */
    record Hit(
            @Nullable Object holder,
            @Nullable Object key,
            @Nullable Object value) {}

    static List<Hit> find(@Nullable Object document, String path) {
        List<Hit> hits = List.of(new Hit(null, null, document));
        String trimmed = path.replaceAll("^/+|/+$", "");
        if (trimmed.isEmpty()) {
            return hits;
        }
        for (String part : trimmed.split("/")) {
            List<Hit> next = new ArrayList<>();
            hits.forEach(hit -> step(hit.value(), part, next));
            hits = next;
        }
        return hits;
    }

    private static void step(@Nullable Object node, String part, List<Hit> found) {
        if (node instanceof Map<?, ?> map) {
            for (Object key : part.equals("*") ? List.copyOf(map.keySet()) : List.of(part)) {
                if (map.containsKey(key)) {
                    found.add(new Hit(map, key, map.get(key)));
                }
            }
        } else if (node instanceof List<?> list) {
            if (part.equals("*")) {
                for (int i = 0; i < list.size(); i++) {
                    found.add(new Hit(list, i, list.get(i)));
                }
            } else if (part.matches("-*\\d+")) {
                int index = Integer.parseInt(part);
                int at = index < 0 ? list.size() + index : index;
                if (at >= 0 && at < list.size()) {
                    found.add(new Hit(list, at, list.get(at)));
                }
            }
        }
    }
}
