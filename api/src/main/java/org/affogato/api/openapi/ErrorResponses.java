package org.affogato.api.openapi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** The errors that every operation may answer: one schema for each version of the API, named once and referred to. */
enum ErrorResponses {
    VERSION_ONE("_Error"),
    VERSION_TWO("_ErrorV2");

    private static final String OAUTH = "_ErrorOfOAuth";
    private static final SequencedMap<String, String> CAUSES = new LinkedHashMap<>();

    static {
        CAUSES.put("400", "The request cannot be read");
        CAUSES.put("401", "Nobody is logged in, or the credentials are wrong (AuthenticationError)");
        CAUSES.put("403", "The caller may not do this (PermissionError)");
        CAUSES.put("404", "The document or the method does not exist (DoesNotExistError)");
        CAUSES.put("405", "The path does not take this verb (MethodNotAllowed)");
        CAUSES.put("409", "A document of the name is there, or it was changed meanwhile (DuplicateEntryError)");
        CAUSES.put("417", "The values do not fit a rule of the site (ValidationError)");
        CAUSES.put("429", "Too many requests; Retry-After says how long to wait (RateLimitExceededError)");
        CAUSES.put("500", "The server failed; what happened stands in its log");
        CAUSES.put("default", "What went wrong");
    }

    /** No DocType's name begins with an underscore. */
    private final String component;

    ErrorResponses(String component) {
        this.component = component;
    }

    private String component(String status) {
        return component + "_" + status;
    }

    /** What stands among the responses of an operation. */
    SequencedMap<String, Object> references() {
        SequencedMap<String, Object> references = new LinkedHashMap<>();
        CAUSES.keySet()
                .forEach(status ->
                        references.put(status, Tree.of("$ref", "#/components/responses/" + component(status))));
        return references;
    }

    /** Those of a method, by its path: OAuth has an error form of its own for what cannot be read. */
    static SequencedMap<String, Object> ofMethod(String path) {
        SequencedMap<String, Object> references = VERSION_ONE.references();
        if (path.startsWith("frappe.integrations.oauth2.")) {
            references.put("400", Tree.of("$ref", "#/components/responses/" + OAUTH));
        }
        return references;
    }

    /** The responses that are referred to. A browser, and who calls with a wrong verb, gets a page instead of JSON. */
    static Map<String, Object> responses() {
        Map<String, Object> responses = new LinkedHashMap<>();
        for (ErrorResponses version : values()) {
            CAUSES.forEach(
                    (status, cause) -> responses.put(version.component(status), response(cause, version.component)));
        }
        responses.put(OAUTH, response("The client asked for what it may not, or wrongly (RFC 6749)", OAUTH));
        return responses;
    }

    private static Map<String, Object> response(String cause, String component) {
        Object content = Tree.of(
                "application/json",
                Tree.of("schema", Tree.of("$ref", Tree.REFERENCE + component)),
                "text/html",
                Tree.of("schema", Tree.of("type", "string")));
        return Tree.of("description", cause, "content", content);
    }

    static Map<String, Object> schemas() {
        Map<String, Object> text = Tree.of("type", "string");
        Map<String, Object> one = Tree.of(
                "exc_type",
                Tree.of("type", "string", "description", "Name of the error's class"),
                "exception",
                Tree.of("type", "string", "description", "Its path and message"),
                "exc",
                Tree.of("type", "string", "description", "JSON list of traces, in developer mode"),
                "_server_messages",
                Tree.of("type", "string", "description", "JSON list of messages, each of them JSON again"));
        Map<String, Object> entry = Tree.of("type", text, "message", text, "title", text, "indicator", text);
        Map<String, Object> two = Tree.of(
                "errors",
                Tree.of(
                        "type",
                        "array",
                        "items",
                        Tree.of("type", "object", "properties", entry, "required", List.of("type"))),
                "messages",
                Tree.of("type", "array", "items", Tree.of("type", "object")));
        return Tree.of(
                VERSION_ONE.component,
                Tree.of("type", "object", "properties", one, "required", List.of("exc_type")),
                VERSION_TWO.component,
                Tree.of("type", "object", "properties", two, "required", List.of("errors")),
                OAUTH,
                Tree.of("type", "object", "properties", Tree.of("error", text, "error_description", text)));
    }
}
