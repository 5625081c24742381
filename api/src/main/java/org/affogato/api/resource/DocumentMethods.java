package org.affogato.api.resource;

import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.affogato.api.request.HttpCall;
import org.affogato.engine.Engine;
import org.affogato.engine.document.Document;
import org.affogato.engine.error.NotFound;
import org.affogato.engine.error.PermissionError;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.meta.Right;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.DocumentController.DocumentMethod;
import org.jspecify.annotations.Nullable;

/** Methods of one document, its controller's and those that every document has. Frappe: {@code run_method}. */
@Singleton
public class DocumentMethods {
    /** What Frappe's documents also have, but let nobody call from outside: known, hence refused rather than missing. */
    private static final List<String> CLOSED = List.of(
            "insert",
            "save",
            "delete",
            "reload",
            "db_set",
            "db_get",
            "db_insert",
            "db_update",
            "update",
            "set",
            "get",
            "append",
            "extend",
            "remove",
            "load_from_db",
            "run_method",
            "validate",
            "check_permission",
            "has_permission",
            "get_password",
            "as_dict",
            "as_json",
            "add_comment",
            "add_tag",
            "notify_update",
            "set_user_and_timestamp");

    private final Engine engine;

    public DocumentMethods(Engine engine) {
        this.engine = engine;
    }

    @Nullable
    Object run(HttpCall call, ResourcePath path, Context context) {
        Map<String, @Nullable Object> arguments = new LinkedHashMap<>(call.arguments());
        Object method = arguments.remove("run_method");
        if (method == null) {
            throw new ValidationError("A POST to a document names the method in run_method");
        }
        Document document = context.documents().get(path.doctype(), path.name());
        DocumentMethod found = find(document, method.toString());
        Right needed = call.changes() ? Right.WRITE : Right.READ;
        context.permissions().check(needed, document);
        return found.call(document, arguments, context);
    }

    /**
     * @throws NotFound where the document has no such method
     * @throws PermissionError where it has, but not for callers
     */
    public DocumentMethod find(Document document, String method) {
        DocumentMethod own =
                engine.controllers().of(document.doctype()).methods().get(method);
        if (own != null) {
            return own;
        }
        return switch (method) {
            case "submit" -> (target, arguments, context) -> context.documents().submit(target);
            case "cancel" -> (target, arguments, context) -> context.documents().cancel(target);
            case "rename" -> DocumentMethods::rename;
            default -> throw refusal(method);
        };
    }

    private static RuntimeException refusal(String method) {
        if (CLOSED.contains(method)) {
            return new PermissionError("The method " + method + " is not whitelisted").titled("Method Not Allowed");
        }
        return new NotFound("Method " + method + " not found");
    }

    private static Object rename(Document document, Map<String, @Nullable Object> arguments, Context context) {
        Object name = arguments.get("name");
        if (name == null) {
            throw new ValidationError("rename needs a name");
        }
        boolean merge = List.of("1", "true").contains(String.valueOf(arguments.get("merge")));
        return context.documents().rename(document.doctype(), document.name(), name.toString(), merge);
    }
}
