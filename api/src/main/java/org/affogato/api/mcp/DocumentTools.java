package org.affogato.api.mcp;

import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.affogato.api.mcp.Tool.Effect;
import org.affogato.api.mcp.Tool.Work;
import org.affogato.api.method.client.ListArguments;
import org.affogato.engine.document.Document;
import org.affogato.engine.meta.Right;
import org.affogato.engine.spi.Context;
import org.jspecify.annotations.Nullable;

/** Tools on documents; each goes the way of the same call over REST, with its checks. */
@Singleton
class DocumentTools {
    private static final long PAGE = 20;
    private static final long MOST_ROWS = 200;
    private static final String DOCTYPE = "the DocType's name";
    private static final String NAME = "the document's name (its key)";
    private static final String VALUES = "values by fieldname; a table is a list of objects";
    private static final String FILTERS =
            "an object {\"fieldname\": value} or a list of [fieldname, operator, value]; operators are =, !=, >, <, >=, "
                    + "<=, like, in, not in, between, is";

    List<Tool> all() {
        return List.of(
                Tool.reading(
                        "list_documents", "List documents of a DocType that you may see.", listInput(), this::list),
                Tool.reading(
                        "count_documents",
                        "Count documents of a DocType that you may see.",
                        Input.of("doctype", "string", DOCTYPE).or("filters", "any", FILTERS),
                        this::count),
                Tool.reading(
                        "read_document",
                        "Read one document with its tables.",
                        Input.of("doctype", "string", DOCTYPE).and("name", "string", NAME),
                        DocumentTools::read),
                writing(
                        "create_document",
                        "Make a document.",
                        Input.of("doctype", "string", DOCTYPE).and("values", "object", VALUES),
                        Right.CREATE,
                        DocumentTools::create),
                writing(
                        "update_document",
                        "Change values of a document; what is not named stays.",
                        Input.of("doctype", "string", DOCTYPE)
                                .and("name", "string", NAME)
                                .and("values", "object", VALUES),
                        Right.WRITE,
                        DocumentTools::update),
                writing(
                        "submit_document",
                        "Submit a draft: from then on it is fixed.",
                        named(),
                        Right.SUBMIT,
                        (arguments, context) -> document(context.documents().submit(stored(arguments, context)))),
                writing(
                        "cancel_document",
                        "Cancel a submitted document.",
                        named(),
                        Right.CANCEL,
                        (arguments, context) -> document(context.documents().cancel(stored(arguments, context)))),
                new Tool(
                        "delete_document",
                        "Delete a document.",
                        named(),
                        Effect.DESTROYS,
                        Right.DELETE,
                        DocumentTools::delete));
    }

    private static Tool writing(String name, String description, Input input, Right right, Work work) {
        return new Tool(name, description, input, Effect.WRITES, right, work);
    }

    private static Input named() {
        return Input.of("doctype", "string", DOCTYPE).and("name", "string", NAME);
    }

    private static Input listInput() {
        return Input.of("doctype", "string", DOCTYPE)
                .or("fields", "array", "fieldnames; the name alone by default")
                .or("filters", "any", FILTERS)
                .or("or_filters", "any", "like filters; one of them has to hold")
                .or("order_by", "string", "such as \"modified desc\"")
                .or("limit", "integer", "rows, 20 by default, 200 at most")
                .or("start", "integer", "rows to pass over");
    }

    private Map<String, @Nullable Object> list(ToolArguments arguments, Context context) {
        Map<String, @Nullable Object> request = new LinkedHashMap<>(arguments.values());
        request.put("limit_page_length", arguments.number("limit", PAGE, MOST_ROWS));
        request.put("limit_start", arguments.any("start"));
        return result("rows", new ListArguments(request).rows(context));
    }

    private Map<String, @Nullable Object> count(ToolArguments arguments, Context context) {
        return result("count", context.documents().count(new ListArguments(arguments.values()).request()));
    }

    private static Map<String, @Nullable Object> read(ToolArguments arguments, Context context) {
        Document document = stored(arguments, context);
        context.permissions().check(Right.READ, document);
        return document(document);
    }

    private static Document stored(ToolArguments arguments, Context context) {
        return context.documents().get(arguments.text("doctype"), arguments.text("name"));
    }

    private static Map<String, @Nullable Object> create(ToolArguments arguments, Context context) {
        Document document =
                context.documents().createWithDefaults(arguments.text("doctype"), arguments.object("values"));
        return document(context.documents().insert(document));
    }

    private static Map<String, @Nullable Object> update(ToolArguments arguments, Context context) {
        Document document = context.documents().getForUpdate(arguments.text("doctype"), arguments.text("name"));
        context.documents().update(document, arguments.object("values"));
        return document(context.documents().save(document));
    }

    private static Map<String, @Nullable Object> delete(ToolArguments arguments, Context context) {
        context.documents().delete(arguments.text("doctype"), arguments.text("name"));
        return result("deleted", arguments.text("name"));
    }

    private static Map<String, @Nullable Object> document(Document document) {
        return result("document", document);
    }

    private static Map<String, @Nullable Object> result(String key, @Nullable Object value) {
        Map<String, @Nullable Object> result = new LinkedHashMap<>();
        result.put(key, value);
        return result;
    }
}
