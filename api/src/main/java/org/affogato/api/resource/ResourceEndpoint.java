package org.affogato.api.resource;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.affogato.api.json.Json;
import org.affogato.api.method.client.ListArguments;
import org.affogato.api.request.HttpCall;
import org.affogato.api.request.RequestRunner.Action;
import org.affogato.engine.document.Document;
import org.affogato.engine.error.MethodNotAllowed;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.meta.Right;
import org.affogato.engine.spi.Context;
import org.jspecify.annotations.Nullable;

/** {@code /api/resource}: documents as REST resources. Frappe: {@code api/v1.py}. */
@Singleton
public class ResourceEndpoint {
    private final DocumentMethods methods;

    public ResourceEndpoint(DocumentMethods methods) {
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
            case "POST" -> (Data) context -> create(call, doctype, context);
            default -> throw new MethodNotAllowed("A DocType takes GET and POST");
        };
    }

    private Action ofDocument(HttpCall call, ResourcePath path) {
        return switch (call.verb()) {
            case "GET" -> (Data) context -> read(call, path, context);
            case "PUT" -> (Data) context -> update(call, path, context);
            case "DELETE" -> (Data) context -> delete(path, context);
            case "POST" -> (Data) context -> methods.run(call, path, context);
            default ->
                throw path.trailingSlash()
                        ? new MethodNotAllowed("A document takes GET, PUT, DELETE and POST")
                        : ResourcePath.nothing();
        };
    }

    private Object list(HttpCall call, String doctype, Context context) {
        Map<String, @Nullable Object> arguments = new LinkedHashMap<>(call.arguments());
        Object limit = arguments.get("limit");
        boolean limited = limit != null && !limit.equals("");
        arguments.putIfAbsent("limit_page_length", limited ? limit : 20L);
        arguments.put("doctype", doctype);
        return new ListArguments(arguments).rows(context);
    }

    private static Document create(HttpCall call, String doctype, Context context) {
        Map<String, @Nullable Object> values = values(call);
        values.remove("doctype");
        return context.documents().insert(context.documents().createWithDefaults(doctype, values));
    }

    private @Nullable Object read(HttpCall call, ResourcePath path, Context context) {
        if (call.arguments().containsKey("run_method")) {
            return methods.run(call, path, context);
        }
        Document document = context.documents().get(path.doctype(), path.name());
        context.permissions().check(Right.READ, document);
        context.permissions().hideUnreadable(document);
        return document;
    }

    private static Document update(HttpCall call, ResourcePath path, Context context) {
        Map<String, @Nullable Object> values = values(call);
        Document document = context.documents().getForUpdate(path.doctype(), path.name());
        context.documents().update(document, values);
        context.documents().save(document);
        saveParent(document, context);
        return document;
    }

    private static void saveParent(Document row, Context context) {
        if (!row.text("parenttype").isEmpty()) {
            context.documents().save(context.documents().get(row.text("parenttype"), row.text("parent")));
        }
    }

    private static String delete(ResourcePath path, Context context) {
        context.documents().delete(path.doctype(), path.name());
        context.answer().status(202);
        return "ok";
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
        Map<String, @Nullable Object> copy = new LinkedHashMap<>(Json.object(values));
        copy.remove("flags");
        return copy;
    }

    /** An action whose value goes out as {@code data}. */
    @FunctionalInterface
    interface Data extends Action {
        @Override
        default String key() {
            return "data";
        }
    }
}
