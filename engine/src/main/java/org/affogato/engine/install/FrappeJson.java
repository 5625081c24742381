package org.affogato.engine.install;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** JSON as Frappe writes files, to the byte: sorted keys, one blank a level, ASCII only. */
final class FrappeJson {
    private final StringBuilder out = new StringBuilder();

    private FrappeJson() {}

    static String write(Object value) {
        FrappeJson json = new FrappeJson();
        json.value(value, 0);
        return json.out.toString();
    }

    private void value(@Nullable Object value, int level) {
        switch (value) {
            case Map<?, ?> map -> object(map, level);
            case List<?> list -> array(list, level);
            case Number number -> out.append(number);
            case Boolean flag -> out.append(flag);
            case null -> out.append("null");
            default -> text(value.toString());
        }
    }

    private void object(Map<?, ?> map, int level) {
        if (map.isEmpty()) {
            out.append("{}");
            return;
        }
        Map<String, Object> sorted = new TreeMap<>();
        map.forEach((key, value) -> sorted.put(key.toString(), value));
        out.append('{');
        String separator = "";
        for (Map.Entry<String, Object> entry : sorted.entrySet()) {
            out.append(separator);
            line(level + 1);
            text(entry.getKey());
            out.append(": ");
            value(entry.getValue(), level + 1);
            separator = ",";
        }
        line(level);
        out.append('}');
    }

    private void array(List<?> list, int level) {
        if (list.isEmpty()) {
            out.append("[]");
            return;
        }
        out.append('[');
        String separator = "";
        for (Object value : list) {
            out.append(separator);
            line(level + 1);
            value(value, level + 1);
            separator = ",";
        }
        line(level);
        out.append(']');
    }

    private void line(int level) {
        out.append('\n').repeat(" ", level);
    }

    private void text(String text) {
        out.append('"');
        text.chars().forEach(this::letter);
        out.append('"');
    }

    private void letter(int letter) {
        switch (letter) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            case '\b' -> out.append("\\b");
            case '\f' -> out.append("\\f");
            default -> {
                if (letter < 0x20 || letter > 0x7e && letter != 0x7f) {
                    out.append("\\u%04x".formatted(letter));
                } else {
                    out.append((char) letter);
                }
            }
        }
    }
}
