package org.affogato.engine.meta;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The properties of a definition as its JSON or its row has them, read by type. Every property is kept, known to this
 * engine or not. Values are String, Long, Double, Boolean or null.
 */
public final class Attributes {
    private final Map<String, @Nullable Object> values;

    private Attributes(Map<String, @Nullable Object> values) {
        this.values = Collections.unmodifiableMap(values);
    }

    public static Attributes copyOf(Map<String, ? extends @Nullable Object> values) {
        return new Attributes(new LinkedHashMap<>(values));
    }

    /** Takes over a map that nobody changes any more: fields are many, and a copy of each costs. */
    public static Attributes owning(Map<String, @Nullable Object> values) {
        return new Attributes(values);
    }

    public @Nullable Object get(String key) {
        return values.get(key);
    }

    /** The text of a property, or null where it is absent or empty. */
    public @Nullable String text(String key) {
        Object value = values.get(key);
        if (value == null || value.toString().isEmpty()) {
            return null;
        }
        return value.toString();
    }

    public String text(String key, String otherwise) {
        String value = text(key);
        return value == null ? otherwise : value;
    }

    /** A flag: 1, "1" and true are on, all else is off. */
    public boolean check(String key) {
        return integer(key) != 0;
    }

    /** A whole number; 0 where the property is absent or no number. */
    public int integer(String key) {
        Object value = values.get(key);
        if (value instanceof Boolean flag) {
            return flag ? 1 : 0;
        }
        if (value instanceof Number number) {
            return number.intValue();
        }
        if (value == null || !value.toString().strip().matches("-?\\d{1,9}")) {
            return 0;
        }
        return Integer.parseInt(value.toString().strip());
    }

    public Map<String, @Nullable Object> asMap() {
        return values;
    }

    /** A copy with one property changed: what a Property Setter does. */
    public Attributes with(String key, @Nullable Object value) {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>(values);
        copy.put(key, value);
        return new Attributes(copy);
    }
}
