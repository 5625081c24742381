package org.affogato.api.resource;

import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.affogato.api.error.Notices;
import org.affogato.api.json.Json;
import org.affogato.engine.document.Document;
import org.affogato.engine.error.PermissionError;
import org.affogato.engine.meta.Right;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.Requires;
import org.affogato.engine.spi.Requires.Access;
import org.affogato.engine.spi.Whitelisted;
import org.affogato.engine.spi.WhitelistedMethods;
import org.jspecify.annotations.Nullable;

/** Calls a method of a document, stored or as a form holds it, and answers the document beside. Frappe: handler.py. */
@Singleton
public class RunDocMethod implements WhitelistedMethods {
    private final Provider<DocumentMethods> methods;

    public RunDocMethod(Provider<DocumentMethods> methods) {
        this.methods = methods;
    }

    @Whitelisted({"run_doc_method", "frappe.handler.run_doc_method", "runserverobj"})
    @Requires(access = Access.GUEST)
    public @Nullable Object run(
            Context context,
            String method,
            @Nullable Object docs,
            @Nullable String dt,
            @Nullable String dn,
            @Nullable Object args,
            @Nullable Object arg) {
        Document document = dt == null || dt.isEmpty() ? HeldDocument.of(context, docs) : stored(context, dt, dn);
        checkReadable(document, context);
        return call(document, method, arguments(args == null || args.equals("") ? arg : args), context);
    }

    /** Refuses with the reason shown first, then the refusal itself. */
    private static void checkReadable(Document document, Context context) {
        try {
            context.permissions().check(Right.READ, document);
        } catch (PermissionError refused) {
            Notices.of(refused).forEach(context.answer()::message);
            throw new PermissionError("Not permitted");
        }
    }

    private static Document stored(Context context, String doctype, @Nullable String name) {
        return context.documents().get(doctype, name == null || name.isEmpty() ? doctype : name);
    }

    private static Map<String, @Nullable Object> arguments(@Nullable Object given) {
        Object read = Json.readIfJson(given);
        if (read instanceof Map<?, ?>) {
            return new LinkedHashMap<>(Json.object(read));
        }
        Map<String, @Nullable Object> one = new LinkedHashMap<>();
        if (read != null && !read.equals("")) {
            one.put("args", read);
        }
        return one;
    }

    /**
     * The call by version 2, of a document that is always sent along.
     *
     * @param needed the right that the verb asks for
     */
    @Nullable
    Object runHeld(Map<String, @Nullable Object> sent, Right needed, Context context) {
        Document document = HeldDocument.of(context, sent.get("document"));
        context.permissions().check(needed, document);
        return call(document, String.valueOf(sent.get("method")), arguments(sent.get("kwargs")), context);
    }

    private @Nullable Object call(
            Document document, String method, Map<String, @Nullable Object> arguments, Context context) {
        Object answer = methods.get().find(document, method).call(document, arguments, context);
        context.answer().set("docs", List.of(document));
        return answer;
    }
}
