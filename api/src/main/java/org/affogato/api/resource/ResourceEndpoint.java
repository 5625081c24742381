package org.affogato.api.resource;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.affogato.api.json.Json;
import org.affogato.api.request.Data;
import org.affogato.api.request.HttpCall;
import org.affogato.api.request.RequestRunner.Action;
import org.affogato.api.request.Routes;
import org.affogato.engine.error.MethodNotAllowed;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.spi.Context;
import org.jspecify.annotations.Nullable;

/** {@code /api/resource}: documents as REST resources. Frappe: {@code api/v1.py}. */
@Singleton
public class ResourceEndpoint {
    private static final String IF_MATCH = "If-Match";

    private final DocumentActions documents;
    private final DocumentMethods methods;

    ResourceEndpoint(DocumentActions documents, DocumentMethods methods) {
        this.documents = documents;
        this.methods = methods;
    }

    /**
     * @param rest what follows {@code /api/resource/}
     */
    public Action find(HttpCall call, String rest) {
        ResourcePath path = ResourcePath.of(rest);
        return path.namesDocument() ? ofDocument(call, path) : ofDoctype(call, path.doctype());
    }

    private Action ofDoctype(HttpCall call, String doctype) {
        return switch (call.verb()) {
            case "GET" -> (Data) context -> list(call, doctype, context);
            case "POST" -> (Data) context -> documents.create(doctype, values(call), context);
            default -> throw new MethodNotAllowed("A DocType", "GET", "POST");
        };
    }

    private Action ofDocument(HttpCall call, ResourcePath path) {
        return switch (call.verb()) {
            case "GET" -> (Data) context -> read(call, path, context);
            case "PUT" -> (Data) context -> documents.update(path, values(call), call.header(IF_MATCH), context);
            case "DELETE" -> (Data) context -> documents.delete(path, call.header(IF_MATCH), context);
            case "POST" -> (Data) context -> methods.run(call, path, context);
            default ->
                throw path.trailingSlash()
                        ? new MethodNotAllowed("A document", "GET", "PUT", "DELETE", "POST")
                        : Routes.nothing();
        };
    }

    private Object list(HttpCall call, String doctype, Context context) {
        Map<String, @Nullable Object> arguments = call.arguments();
        Object limit = arguments.containsKey("limit_page_length")
                ? arguments.get("limit_page_length")
                : DocumentActions.page(arguments.get("limit"));
        return documents.list(doctype, arguments, limit, context);
    }

    private @Nullable Object read(HttpCall call, ResourcePath path, Context context) {
        return call.arguments().containsKey("run_method")
                ? methods.run(call, path, context)
                : documents.read(path, context);
    }

    /** The document's values: {@code data}, else a body of JSON under any media type, else the arguments. */
    private static Map<String, @Nullable Object> values(HttpCall call) {
        Object data = call.arguments().get("data");
        Object read = data == null ? new String(call.body(), StandardCharsets.UTF_8) : data;
        Object values = read instanceof String ? Json.readIfJson(read) : read;
        if (values instanceof String) {
            values = call.arguments();
        }
        if (!(values instanceof Map<?, ?>)) {
            throw new ValidationError("A document must be a JSON object");
        }
        return new LinkedHashMap<>(Json.object(values));
    }
}
