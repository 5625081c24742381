package org.affogato.api.typescript;

import java.util.Map;
import java.util.TreeMap;
import org.affogato.api.json.JsonWriter;
import org.affogato.engine.registry.MethodParameter;
import org.affogato.engine.registry.WhitelistedMethod;

/** {@code methods.ts}: the arguments of each whitelisted method by its dotted path. */
final class MethodTypes {
    private final Map<String, WhitelistedMethod> methods;

    MethodTypes(Map<String, WhitelistedMethod> methods) {
        this.methods = new TreeMap<>(methods);
    }

    String text() {
        StringBuilder text = new StringBuilder(Generated.HEADER);
        text.append("/** The arguments of each method by its dotted path. */\nexport interface Methods {\n");
        methods.forEach((path, method) -> {
            text.append("  %s: {\n".formatted(JsonWriter.text(path)));
            method.parameters().forEach(parameter -> text.append(argument(parameter)));
            text.append("    [more: string]: unknown;\n  };\n");
        });
        return text.append("}\n").toString();
    }

    private static String argument(MethodParameter parameter) {
        boolean optional = parameter.optional() || parameter.otherwise() != null;
        return "    %s%s: %s;\n".formatted(parameter.name(), optional ? "?" : "", type(parameter.type()));
    }

    private static String type(Class<?> type) {
        return switch (type.getSimpleName()) {
            case "String" -> "string";
            case "boolean", "Boolean" -> "boolean | 0 | 1";
            case "int", "Integer", "long", "Long", "double", "Double" -> "number";
            case "Map" -> "Record<string, unknown>";
            case "List" -> "unknown[]";
            default -> "unknown";
        };
    }
}
