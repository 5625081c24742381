package org.affogato.api.method.client;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.affogato.api.json.Json;
import org.affogato.engine.error.PermissionError;
import org.affogato.engine.meta.Right;
import org.affogato.engine.spi.Answer;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.ListRequest;
import org.affogato.engine.spi.Requires;
import org.affogato.engine.spi.Requires.Access;
import org.affogato.engine.spi.Whitelisted;
import org.affogato.engine.spi.WhitelistedMethods;
import org.jspecify.annotations.Nullable;

/** Whether what a link names is there. Frappe: {@code frappe.client}. */
@Singleton
public class ClientLinks implements WhitelistedMethods {
    /** The stored spelling of a name, or null; with it values of the document that a form fetches along. */
    @Whitelisted("frappe.client.validate_link")
    @Requires(access = Access.ANY_USER)
    public Map<String, @Nullable Object> validateLink(
            Context context, String doctype, String docname, @Nullable Object fields) {
        checkMayLink(context, doctype);
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        Object name = context.documents().value(doctype, docname, "name");
        values.put("name", name);
        if (name != null) {
            addFetched(context, doctype, name, fields, values);
        }
        return values;
    }

    private static void checkMayLink(Context context, String doctype) {
        boolean may = doctype.equals("DocType")
                || context.permissions().has(Right.SELECT, doctype)
                || context.permissions().has(Right.READ, doctype);
        if (!may) {
            throw new PermissionError("You may neither read nor select " + doctype);
        }
    }

    private static void addFetched(
            Context context,
            String doctype,
            Object name,
            @Nullable Object fields,
            Map<String, @Nullable Object> values) {
        List<?> wanted = fields == null || fields.equals("") ? List.of() : Json.list(fields);
        if (wanted.isEmpty()) {
            return;
        }
        if (!context.permissions().has(Right.READ, doctype)) {
            warnUnreadable(context, doctype, name);
            return;
        }
        Map<String, Object> filters = new LinkedHashMap<>();
        filters.put("name", name);
        ListRequest request = ListRequest.all(doctype, new ArrayList<>(wanted), filters);
        context.documents().list(request.limited(1).asCaller()).forEach(values::putAll);
    }

    private static void warnUnreadable(Context context, String doctype, Object name) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        attributes.put("title", "Cannot Fetch Values");
        attributes.put("indicator", "orange");
        String text = "You need Read permission to fetch values from " + doctype + " " + name;
        context.answer().message(new Answer.Message(text, attributes));
    }

    /** The name of a document that amends this one, if there is one that the caller may see. */
    @Whitelisted("frappe.client.is_document_amended")
    @Requires(access = Access.ANY_USER)
    public @Nullable Object isAmended(Context context, String doctype, String docname) {
        boolean mayAsk = context.permissions().has(Right.READ, doctype);
        if (!mayAsk || !context.meta(doctype).has("amended_from")) {
            return false;
        }
        Map<String, Object> filters = new LinkedHashMap<>();
        filters.put("amended_from", docname);
        List<Map<String, @Nullable Object>> rows = context.documents()
                .list(ListRequest.visible(doctype, List.of("name"), filters).limited(1));
        return rows.isEmpty() ? null : rows.getFirst().get("name");
    }
}
