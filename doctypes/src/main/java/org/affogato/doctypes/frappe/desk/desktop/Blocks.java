package org.affogato.doctypes.frappe.desk.desktop;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The blocks of a workspace's page, each of a type, which name the rows of its tables by their labels. */
public record Blocks(JsonNode list) {
    private static final ObjectMapper JSON = new ObjectMapper();

    public static Blocks of(String content) {
        return new Blocks(read(content));
    }

    public static boolean isList(String content) {
        return read(content).isArray();
    }

    private static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException broken) {
            return MissingNode.getInstance();
        }
    }

    /** The list as plain Java values. */
    public List<?> plain() {
        return list.isArray() ? JSON.convertValue(list, List.class) : List.of();
    }

    /** What the blocks of a type name. */
    public Set<String> names(String type) {
        Set<String> names = new LinkedHashSet<>();
        for (JsonNode block : list) {
            if (block.path("type").asText().equals(type)) {
                names.add(block.path("data").path(type + "_name").asText());
            }
        }
        return names;
    }
}
