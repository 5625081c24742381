package org.affogato.engine.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.affogato.engine.error.FrappeTypeError;

/** Converts an argument, text or JSON value, to a parameter's type; what cannot be is refused. */
final class ArgumentTypes {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ArgumentTypes() {}

    static Object convert(String name, Object value, Class<?> type) {
        if (type.isInstance(value)) {
            return value;
        }
        if (type == String.class) {
            return text(name, value);
        }
        if (type == boolean.class || type == Boolean.class) {
            return flag(name, value);
        }
        if (type == Map.class || type == List.class) {
            return structure(name, value, type);
        }
        return number(name, value, type);
    }

    private static Object text(String name, Object value) {
        if (value instanceof Map || value instanceof List) {
            throw refused(name, "text");
        }
        return value.toString();
    }

    private static Object flag(String name, Object value) {
        return switch (value.toString().toLowerCase(Locale.ROOT)) {
            case "1", "true", "yes", "on" -> true;
            case "0", "false", "no", "off", "" -> false;
            default -> throw refused(name, "a flag");
        };
    }

    private static Object structure(String name, Object value, Class<?> type) {
        try {
            return JSON.readValue(value.toString(), type);
        } catch (JsonProcessingException error) {
            throw refused(name, type == Map.class ? "a JSON object" : "a JSON list");
        }
    }

    private static Object number(String name, Object value, Class<?> type) {
        try {
            String text = value.toString().strip();
            return switch (type.getSimpleName()) {
                case "int", "Integer" -> Integer.valueOf(text);
                case "long", "Long" -> Long.valueOf(text);
                case "double", "Double" -> Double.valueOf(text);
                default -> throw new IllegalStateException("No conversion to " + type);
            };
        } catch (NumberFormatException error) {
            throw refused(name, "a number");
        }
    }

    private static FrappeTypeError refused(String name, String wanted) {
        return new FrappeTypeError("The argument " + name + " must be " + wanted);
    }
}
