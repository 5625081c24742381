package org.affogato.api.openapi;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.affogato.engine.meta.Meta;
import org.affogato.engine.registry.MethodParameter;
import org.affogato.engine.registry.WhitelistedMethod;
import org.affogato.engine.spi.Requires.Access;

/** The operations on documents and the calls of methods, by path. */
final class Operations {
    private static final List<String> LIST_PARAMETERS = List.of(
            "fields",
            "filters",
            "or_filters",
            "order_by",
            "group_by",
            "limit_start",
            "limit_page_length",
            "limit",
            "cursor");
    private static final Map<String, Object> TEXT = Tree.of("type", "string");
    private static final Map<String, Object> ANY_OBJECT = Tree.of("type", "object");
    private static final Map<String, Object> ANY_LIST = Tree.of("type", "array");
    private static final Map<String, Object> NEXT_CURSOR =
            Tree.of("description", "The cursor of the next page, where more rows follow", "schema", TEXT);
    private static final Map<String, Object> ROWS = Tree.of("type", "array", "items", ANY_OBJECT);

    private final Map<String, Object> paths = new LinkedHashMap<>();

    Map<String, Object> paths() {
        return paths;
    }

    void addDoctype(Meta meta) {
        String path = "/api/resource/"
                + URLEncoder.encode(meta.name(), StandardCharsets.UTF_8).replace("+", "%20");
        Map<String, Object> document = Tree.of("$ref", Shape.STORED.reference(meta.name()));
        Map<String, Object> saved = Tree.of("$ref", Shape.SAVED.reference(meta.name()));
        if (!meta.isSingle()) {
            Map<String, Object> values = Schemas.required(meta).isEmpty()
                    ? document
                    : Tree.of("allOf", List.of(document), "required", Schemas.required(meta));
            paths.put(
                    path,
                    Tree.of(
                            "get",
                            operation("List " + meta.name(), meta, "list", list(), "Rows", ROWS),
                            "post",
                            operation("Make a " + meta.name(), meta, "create", body(values, true), "Made", saved)));
        }
        paths.put(
                path + "/{name}",
                Tree.of(
                        "parameters",
                        List.of(parameter("name", "path", true, TEXT)),
                        "get",
                        operation("Read a " + meta.name(), meta, "read", Tree.of(), "The document", document),
                        "put",
                        operation("Change a " + meta.name(), meta, "update", body(document, false), "Saved", saved),
                        "delete",
                        operation("Delete a " + meta.name(), meta, "delete", Tree.of(), "", TEXT)));
    }

    private static Map<String, Object> operation(
            String summary, Meta meta, String action, Map<String, Object> input, String answer, Object data) {
        Map<String, Object> operation = Tree.of(
                "summary",
                summary,
                "operationId",
                action + "." + Schemas.component(meta.name()),
                "tags",
                List.of(meta.module().isEmpty() ? "DocTypes" : meta.module()));
        operation.putAll(input);
        operation.put("responses", responses(action, answer, data, ErrorResponses.VERSION_ONE));
        return operation;
    }

    /** A deletion is answered by 202. */
    private static Map<String, Object> responses(String action, String answer, Object data, ErrorResponses errors) {
        boolean deletes = action.equals("delete");
        Map<String, Object> good = deletes
                ? Tree.of("description", "It is gone")
                : Tree.of("description", answer, "content", json(enveloped("data", data)));
        if (action.equals("list")) {
            good.put("headers", Tree.of("X-Next-Cursor", NEXT_CURSOR));
        }
        return Tree.with(Tree.of(deletes ? "202" : "200", good), errors.references());
    }

    private static Map<String, Object> enveloped(String key, Object value) {
        return Tree.of("type", "object", "properties", Tree.of(key, value), "required", List.of(key));
    }

    static Map<String, Object> json(Object schema) {
        return Tree.of("application/json", Tree.of("schema", schema));
    }

    private static Map<String, Object> list() {
        return Tree.of(
                "parameters",
                LIST_PARAMETERS.stream()
                        .map(name -> parameter(name, "query", false, TEXT))
                        .toList());
    }

    private static Map<String, Object> body(Object schema, boolean required) {
        return Tree.of("requestBody", Tree.of("required", required, "content", json(schema)));
    }

    private static Map<String, Object> parameter(String name, String where, boolean required, Object schema) {
        return Tree.of("name", name, "in", where, "required", required, "schema", schema);
    }

    /** Version 2 serves every DocType and method by the same paths. */
    void addVersionTwo() {
        List<Object> ofDoctype = List.of(parameter("doctype", "path", true, TEXT));
        List<Object> ofDocument =
                List.of(parameter("doctype", "path", true, TEXT), parameter("name", "path", true, TEXT));
        paths.put(
                "/api/v2/document/{doctype}",
                Tree.of(
                        "parameters",
                        ofDoctype,
                        "get",
                        inVersionTwo("list", list(), ROWS),
                        "post",
                        inVersionTwo("create", body(ANY_OBJECT, true), ANY_OBJECT)));
        paths.put(
                "/api/v2/document/{doctype}/{name}",
                Tree.of(
                        "parameters",
                        ofDocument,
                        "get",
                        inVersionTwo("read", Tree.of(), ANY_OBJECT),
                        "put",
                        inVersionTwo("update", body(ANY_OBJECT, false), ANY_OBJECT),
                        "delete",
                        inVersionTwo("delete", Tree.of(), TEXT)));
        paths.put(
                "/api/v2/method/{method}",
                Tree.of(
                        "parameters",
                        List.of(parameter("method", "path", true, TEXT)),
                        "post",
                        inVersionTwo("call", body(ANY_OBJECT, false), Tree.of())));
    }

    private static Map<String, Object> inVersionTwo(String action, Map<String, Object> input, Object data) {
        Map<String, Object> operation = Tree.of("operationId", "v2." + action, "tags", List.of("Version 2"));
        operation.putAll(input);
        operation.put("responses", responses(action, "Done", data, ErrorResponses.VERSION_TWO));
        return operation;
    }

    /** A method that takes both verbs is described by both. */
    void addMethod(String path, WhitelistedMethod method) {
        Map<String, Object> operations = new LinkedHashMap<>();
        if (method.takes("GET")) {
            operations.put("get", call(path, "get." + path, method, query(method.parameters())));
        }
        if (method.takes("POST") || !method.takes("GET")) {
            String verb = method.takes("POST") ? "post" : "put";
            operations.put(verb, call(path, path, method, body(arguments(method.parameters()), false)));
        }
        paths.put("/api/method/" + path, operations);
    }

    private static Map<String, Object> call(
            String path, String id, WhitelistedMethod method, Map<String, Object> input) {
        Map<String, Object> operation = Tree.of("operationId", id, "tags", List.of("Methods"));
        if (method.requires().access() == Access.GUEST) {
            operation.put("security", List.of());
        }
        operation.putAll(input);
        operation.put("responses", Tree.with(MethodAnswers.of(path, method), ErrorResponses.ofMethod(path)));
        return operation;
    }

    private static Map<String, Object> query(List<MethodParameter> parameters) {
        return Tree.of(
                "parameters",
                parameters.stream()
                        .map(parameter ->
                                parameter(parameter.name(), "query", isRequired(parameter), inQuery(parameter)))
                        .toList());
    }

    /** Lists and objects come as JSON text. */
    private static Map<String, Object> inQuery(MethodParameter parameter) {
        Map<String, Object> type = type(parameter.type());
        return type.equals(ANY_OBJECT) || type.equals(ANY_LIST) ? TEXT : type;
    }

    private static boolean isRequired(MethodParameter parameter) {
        return !parameter.optional() && parameter.otherwise() == null;
    }

    private static Map<String, Object> arguments(List<MethodParameter> parameters) {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        for (MethodParameter parameter : parameters) {
            properties.put(parameter.name(), type(parameter.type()));
            if (isRequired(parameter)) {
                required.add(parameter.name());
            }
        }
        Map<String, Object> schema = Tree.of("type", "object", "properties", properties);
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        return schema;
    }

    static Map<String, Object> type(Class<?> type) {
        return switch (type.getSimpleName()) {
            case "String" -> TEXT;
            case "boolean", "Boolean" -> Tree.of("type", "boolean");
            case "int", "Integer", "long", "Long" -> Tree.of("type", "integer");
            case "double", "Double" -> Tree.of("type", "number");
            case "Map" -> ANY_OBJECT;
            case "List" -> ANY_LIST;
            default -> Tree.of(); // any value
        };
    }
}
