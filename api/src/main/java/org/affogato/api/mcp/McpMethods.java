package org.affogato.api.mcp;

import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.affogato.api.json.Json;
import org.affogato.engine.spi.Context;
import org.jspecify.annotations.Nullable;

/** The protocol's methods: the greeting, the list of tools, the call of one. */
@Singleton
class McpMethods {
    /** Newest first: what is offered where the client asks for none of them. */
    private static final List<String> VERSIONS = List.of("2025-11-25", "2025-06-18", "2025-03-26", "2024-11-05");

    private static final String INSTRUCTIONS = "Documents of this site are records of DocTypes. Find the DocType with "
            + "find_doctypes, look at its fields with describe_doctype, then list, read or write its documents.";

    private final Tools tools;

    McpMethods(Tools tools) {
        this.tools = tools;
    }

    /**
     * @throws ProtocolError for an unknown method or tool
     */
    Object call(Map<String, @Nullable Object> message, Context context) {
        Object params = message.get("params");
        Map<String, @Nullable Object> given = params == null ? new LinkedHashMap<>() : Json.object(params);
        return switch (String.valueOf(message.get("method"))) {
            case "initialize" -> greeting(String.valueOf(given.get("protocolVersion")));
            case "ping" -> new LinkedHashMap<>();
            case "tools/list" -> tools.list(context);
            case "tools/call" -> tools.call(given, context);
            default ->
                throw new ProtocolError(ProtocolError.NO_SUCH_METHOD, "There is no method " + message.get("method"));
        };
    }

    private static Map<String, Object> greeting(String version) {
        Map<String, Object> greeting = new LinkedHashMap<>();
        greeting.put("protocolVersion", VERSIONS.contains(version) ? version : VERSIONS.getFirst());
        greeting.put("capabilities", Map.of("tools", Map.of("listChanged", false)));
        Map<String, Object> server = new LinkedHashMap<>();
        server.put("name", "affogato");
        server.put("title", "Affogato");
        server.put("version", "1");
        greeting.put("serverInfo", server);
        greeting.put("instructions", INSTRUCTIONS);
        return greeting;
    }
}
