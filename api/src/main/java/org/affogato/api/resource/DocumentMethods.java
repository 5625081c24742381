package org.affogato.api.resource;

import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.affogato.api.request.HttpCall;
import org.affogato.engine.Engine;
import org.affogato.engine.document.Document;
import org.affogato.engine.error.NotFound;
import org.affogato.engine.error.PermissionError;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.meta.Right;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.DocEvent;
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
        return run(call, path, method.toString(), arguments, context);
    }

    @Nullable
    Object run(
            HttpCall call, ResourcePath path, String method, Map<String, @Nullable Object> arguments, Context context) {
        Document document = context.documents().get(path.doctype(), path.name());
        DocumentMethod found = find(document, method);
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
            default -> throw refusal(document, method);
        };
    }

    private static RuntimeException refusal(Document document, String method) {
        if (CLOSED.contains(method) || isHook(document, method)) {
            return new PermissionError("The method " + method + " is not whitelisted").titled("Method Not Allowed");
        }
        return new NotFound("Method " + method + " not found");
    }

    /** A custom DocType has no controller, hence no hook methods either. */
    private static boolean isHook(Document document, String method) {
        return !document.meta().isCustom()
                && Stream.of(DocEvent.values())
                        .anyMatch(event -> event.wireName().equals(method));
    }

    /** Renames the document, which then shows what is stored under the new name. */
    private static @Nullable Object rename(
            Document document, Map<String, @Nullable Object> arguments, Context context) {
        Object name = arguments.get("name");
        if (name == null) {
            throw new ValidationError("rename needs a name");
        }
        boolean merge = List.of("1", "true").contains(String.valueOf(arguments.get("merge")));
        String renamed = context.documents().rename(document.doctype(), document.name(), name.toString(), merge);
        Document stored = context.documents().get(document.doctype(), renamed);
        stored.values().forEach(document::set);
        document.meta()
                .tableFields()
                .forEach(table -> document.setRows(table.fieldname(), stored.rows(table.fieldname())));
        return null;
    }
}
