package org.affogato.api.method.model;

import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import org.affogato.engine.document.Document;
import org.affogato.engine.meta.Right;
import org.affogato.engine.spi.Answer.Message;
import org.affogato.engine.spi.Argument;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.Requires;
import org.affogato.engine.spi.Requires.Access;
import org.affogato.engine.spi.Whitelisted;
import org.affogato.engine.spi.WhitelistedMethods;
import org.jspecify.annotations.Nullable;

/** Changes how a document is called: its name, its title, or both. Frappe: {@code frappe.model.rename_doc}. */
@Singleton
public class DocumentTitles implements WhitelistedMethods {
    /** Answers the name that the document has then. */
    @Whitelisted("frappe.model.rename_doc.update_document_title")
    @Requires(access = Access.ANY_USER)
    public String update(
            Context context,
            String doctype,
            String docname,
            @Nullable String title,
            @Nullable String name,
            @Nullable String newTitle,
            @Nullable String newName,
            @Argument(otherwise = "0") boolean merge) {
        Document document = context.documents().get(doctype, docname);
        context.permissions().check(Right.WRITE, document);
        String wantedName = given(newName, name);
        String wantedTitle = given(newTitle, title);
        boolean retitles = !wantedTitle.isEmpty() && !wantedTitle.equals(title(document));
        String called = document.name();
        if (!wantedName.isEmpty() && !wantedName.equals(called)) {
            called = context.documents().rename(doctype, called, wantedName, merge);
        }
        if (retitles) {
            retitle(context, context.documents().get(doctype, called), wantedTitle);
        }
        return called;
    }

    /** Answers the new name. */
    @Whitelisted(
            value = "frappe.rename_doc",
            verbs = {"POST", "PUT"})
    @Requires(access = Access.ANY_USER)
    public String rename(
            Context context,
            String doctype,
            String old,
            @Argument("new") String newName,
            @Argument(otherwise = "0") boolean merge) {
        return context.documents().rename(doctype, old, newName, merge);
    }

    private static String given(@Nullable String first, @Nullable String second) {
        if (first != null && !first.isEmpty()) {
            return first;
        }
        return second == null ? "" : second;
    }

    private static String title(Document document) {
        return document.text(document.meta().nameplateField());
    }

    private static void retitle(Context context, Document document, String title) {
        String field = document.meta().nameplateField();
        if (field.equals("name")) {
            return;
        }
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put(field, title);
        context.documents().update(document, values);
        context.documents().save(document);
        Map<String, Object> attributes = new LinkedHashMap<>();
        attributes.put("alert", 1);
        attributes.put("indicator", "green");
        context.answer().message(new Message("Saved", attributes));
    }
}
