package org.affogato.api.mcp;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A tool's arguments, written down one after the other, as JSON Schema. */
final class Input {
    private final Map<String, Object> properties = new LinkedHashMap<>();
    private final List<String> required = new ArrayList<>();

    static Input none() {
        return new Input();
    }

    static Input of(String name, String type, String description) {
        return new Input().and(name, type, description);
    }

    /** A further argument that has to be given. */
    Input and(String name, String type, String description) {
        required.add(name);
        return or(name, type, description);
    }

    /** A further argument that may be left out. */
    Input or(String name, String type, String description) {
        Map<String, Object> property = new LinkedHashMap<>();
        if (!type.equals("any")) {
            property.put("type", type);
        }
        property.put("description", description);
        properties.put(name, property);
        return this;
    }

    Map<String, Object> schema() {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("properties", properties);
        schema.put("required", required);
        return schema;
    }
}
