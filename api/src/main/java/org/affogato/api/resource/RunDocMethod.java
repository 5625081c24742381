package org.affogato.api.resource;

import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.affogato.api.json.Json;
import org.affogato.engine.document.Document;
import org.affogato.engine.error.TimestampMismatchError;
import org.affogato.engine.error.ValidationError;
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
    @Requires(access = Access.ANY_USER)
    public @Nullable Object run(
            Context context,
            String method,
            @Nullable Object docs,
            @Nullable String dt,
            @Nullable String dn,
            @Nullable Object args,
            @Nullable Object arg) {
        Document document = dt == null || dt.isEmpty() ? held(context, docs) : stored(context, dt, dn);
        context.permissions().check(Right.READ, document);
        Object answer = methods.get()
                .find(document, method)
                .call(document, arguments(args == null || args.equals("") ? arg : args), context);
        context.answer().set("docs", List.of(document));
        return answer;
    }

    private static Document stored(Context context, String doctype, @Nullable String name) {
        return context.documents().get(doctype, name == null || name.isEmpty() ? doctype : name);
    }

    /** The form's values; refused where the stored document has changed since the form read it. */
    private static Document held(Context context, @Nullable Object docs) {
        if (docs == null) {
            throw new ValidationError("run_doc_method needs docs, or dt and dn");
        }
        Map<String, @Nullable Object> values = Json.object(docs);
        Document given = context.documents().create(String.valueOf(values.get("doctype")), values);
        context.documents().find(given.doctype(), given.name()).ifPresent(stored -> {
            given.markNew(false);
            if (!stored.text("modified").equals(given.text("modified"))) {
                throw new TimestampMismatchError("Document has been modified after you have opened it");
            }
        });
        return given;
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
}
