package org.affogato.engine.registry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The order of a form's fields: {@code field_order} first, then each standard field after the one it follows in the
 * definition, then each Custom Field after its {@code insert_after}; those that follow nothing known come last.
 * Frappe: {@code Meta.sort_fields}.
 */
final class FieldOrder {
    private final Map<String, Map<String, @Nullable Object>> fields = new LinkedHashMap<>();
    private final Map<String, List<String>> followers = new LinkedHashMap<>();
    private final List<String> keys = new ArrayList<>();
    private List<String> order = new ArrayList<>();

    private FieldOrder(List<Map<String, @Nullable Object>> rows) {
        for (int i = 0; i < rows.size(); i++) {
            String fieldname = text(rows.get(i), "fieldname");
            String key = fieldname.isEmpty() ? "\0" + i : fieldname;
            fields.put(key, rows.get(i));
            keys.add(key);
        }
    }

    /** Of several fields with one name the last one counts, once. */
    static List<Map<String, @Nullable Object>> sort(
            List<Map<String, @Nullable Object>> rows, @Nullable Object fieldOrder) {
        FieldOrder sorter = new FieldOrder(rows);
        List<String> wanted = NameList.parse(fieldOrder);
        if (wanted.isEmpty() && rows.stream().noneMatch(FieldOrder::isCustom)) {
            return List.copyOf(sorter.fields.values());
        }
        sorter.start(wanted);
        sorter.place();
        sorter.insertFollowers();
        return sorter.order.stream().distinct().map(sorter.fields::get).toList();
    }

    private void start(List<String> wanted) {
        order = new ArrayList<>(wanted.stream().filter(fields::containsKey).toList());
        if (order.isEmpty() || order.contains(keys.getFirst())) {
            return;
        }
        List<String> before = new ArrayList<>();
        for (String key : fields.keySet()) {
            if (isCustom(key)) {
                break;
            }
            if (order.contains(key)) {
                before.addAll(order);
                break;
            }
            before.add(key);
        }
        order = before;
    }

    private void place() {
        boolean given = !order.isEmpty();
        List<String> placed = List.copyOf(order);
        for (int i = 0; i < keys.size(); i++) {
            String key = keys.get(i);
            if (placed.contains(key)) {
                continue;
            }
            if (isCustom(key)) {
                placeCustom(key);
            } else if (given && i > 0) {
                follow(keys.get(i - 1), key);
            } else {
                order.add(key);
            }
        }
    }

    private void placeCustom(String key) {
        String after = text(fields.getOrDefault(key, Map.of()), "insert_after");
        if (after.isEmpty()) {
            order.addFirst(key);
            return;
        }
        follow(after, key);
    }

    private void follow(String before, String key) {
        followers.computeIfAbsent(before, none -> new ArrayList<>()).add(key);
    }

    private void insertFollowers() {
        boolean moved = true;
        while (moved) {
            moved = false;
            for (String before : List.copyOf(followers.keySet())) {
                int at = order.indexOf(before);
                if (at >= 0) {
                    order.addAll(at + 1, followers.getOrDefault(before, List.of()));
                    followers.remove(before);
                    moved = true;
                }
            }
        }
        followers.values().forEach(order::addAll);
    }

    private boolean isCustom(String key) {
        return isCustom(fields.getOrDefault(key, Map.of()));
    }

    private static boolean isCustom(Map<String, @Nullable Object> row) {
        return row.get("is_custom_field") != null;
    }

    private static String text(Map<String, @Nullable Object> row, String property) {
        Object value = row.get(property);
        return value == null ? "" : value.toString();
    }
}
