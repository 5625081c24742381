package org.affogato.api.resource;

import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import org.affogato.api.method.client.ListArguments;
import org.affogato.api.request.EntityTag;
import org.affogato.engine.document.Document;
import org.affogato.engine.meta.Right;
import org.affogato.engine.spi.Context;
import org.jspecify.annotations.Nullable;

/** What both versions of the REST interface do with documents. */
@Singleton
class DocumentActions {
    private static final long PAGE = 20;

    /**
     * @param limit the number of rows as the caller gave it
     */
    Object list(String doctype, Map<String, @Nullable Object> arguments, @Nullable Object limit, Context context) {
        Map<String, @Nullable Object> request = new LinkedHashMap<>(arguments);
        request.put("limit_page_length", limit);
        request.put("doctype", doctype);
        ListArguments list = new ListArguments(request);
        Object cursor = arguments.get("cursor");
        return cursor == null ? list.rows(context) : new CursorPage(list, cursor.toString(), context).rows();
    }

    /** The given number of rows; a page of 20 for none. */
    static Object page(@Nullable Object limit) {
        return limit == null || limit.equals("") ? PAGE : limit;
    }

    Document create(String doctype, Map<String, @Nullable Object> values, Context context) {
        values.remove("doctype");
        values.remove("flags");
        return context.documents().insert(context.documents().createWithDefaults(doctype, values));
    }

    Document read(ResourcePath path, Context context) {
        Document document = context.documents().get(path.doctype(), path.name());
        context.permissions().check(Right.READ, document);
        return document;
    }

    /**
     * @param ifMatch the header of that name: refused where the document is no longer as the caller read it
     */
    Document update(ResourcePath path, Map<String, @Nullable Object> values, String ifMatch, Context context) {
        values.remove("flags");
        Document document = context.documents().getForUpdate(path.doctype(), path.name());
        EntityTag.check(ifMatch, document);
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

    String delete(ResourcePath path, String ifMatch, Context context) {
        if (!ifMatch.isEmpty()) {
            EntityTag.check(ifMatch, context.documents().getForUpdate(path.doctype(), path.name()));
        }
        context.documents().delete(path.doctype(), path.name());
        context.answer().status(202);
        return "ok";
    }
}
