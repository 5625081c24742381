package org.affogato.api.resource;

import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.affogato.api.request.Data;
import org.affogato.api.request.HttpCall;
import org.affogato.api.request.RequestRunner.Action;
import org.affogato.api.request.Routes;
import org.affogato.engine.error.MethodNotAllowed;
import org.affogato.engine.meta.Right;
import org.affogato.engine.spi.Context;
import org.jspecify.annotations.Nullable;

/** {@code /api/v2/document}: documents as REST resources, version 2. Frappe: {@code api/v2.py}. */
@Singleton
public class DocumentEndpoint {
    private static final Pattern METHOD = Pattern.compile("(.+?)/method/([^/]+)/?");

    private static final String IF_MATCH = "If-Match";

    private final DocumentActions documents;
    private final DocumentMethods methods;
    private final RunDocMethod runDocMethod;

    DocumentEndpoint(DocumentActions documents, DocumentMethods methods, RunDocMethod runDocMethod) {
        this.documents = documents;
        this.methods = methods;
        this.runDocMethod = runDocMethod;
    }

    /**
     * @param rest what follows {@code /api/v2/document/}
     */
    public Action find(HttpCall call, String rest) {
        Matcher method = METHOD.matcher(rest);
        boolean runs = call.verb().equals("GET") || call.verb().equals("POST");
        if (runs && method.matches() && method.group(1).contains("/")) {
            return ofMethod(call, ResourcePath.of(method.group(1)), method.group(2));
        }
        ResourcePath path = ResourcePath.of(rest);
        return path.namesDocument() ? ofDocument(call, path) : ofDoctype(call, path.doctype());
    }

    private Action ofMethod(HttpCall call, ResourcePath path, String method) {
        return (Data) context -> methods.run(call, path, method, call.arguments(), context);
    }

    private Action ofDoctype(HttpCall call, String doctype) {
        Map<String, @Nullable Object> arguments = call.arguments();
        return switch (call.verb()) {
            case "GET" -> (Data) context -> list(doctype, arguments, context);
            case "POST" -> (Data) context -> documents.create(doctype, values(call), context);
            default -> throw new MethodNotAllowed("A DocType", "GET", "POST");
        };
    }

    /** {@code start} is the newer name of {@code limit_start}; frappe-ui pages by it. */
    private Object list(String doctype, Map<String, @Nullable Object> arguments, Context context) {
        Map<String, @Nullable Object> named = new LinkedHashMap<>(arguments);
        named.putIfAbsent("limit_start", arguments.get("start"));
        return documents.list(doctype, named, DocumentActions.page(arguments.get("limit")), context);
    }

    private Action ofDocument(HttpCall call, ResourcePath path) {
        return switch (call.verb()) {
            case "GET" -> (Data) context -> documents.read(path, context);
            case "PUT", "PATCH" ->
                (Data) context -> documents.update(path, values(call), call.header(IF_MATCH), context);
            case "DELETE" -> (Data) context -> documents.delete(path, call.header(IF_MATCH), context);
            default ->
                throw path.trailingSlash()
                        ? new MethodNotAllowed("A document", "GET", "PUT", "PATCH", "DELETE")
                        : Routes.nothing();
        };
    }

    private static Map<String, @Nullable Object> values(HttpCall call) {
        return new LinkedHashMap<>(call.arguments());
    }

    /** {@code /api/v2/method/run_doc_method}: a method of a document that is sent along. */
    public Action runHeld(HttpCall call) {
        Right needed = switch (call.verb()) {
            case "GET" -> Right.READ;
            case "POST" -> Right.WRITE;
            default -> throw new MethodNotAllowed("run_doc_method", "GET", "POST");
        };
        return (Data) context -> runDocMethod.runHeld(call.arguments(), needed, context);
    }
}
