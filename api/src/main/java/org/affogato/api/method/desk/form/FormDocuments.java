package org.affogato.api.method.desk.form;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.affogato.api.json.Json;
import org.affogato.engine.document.Document;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.meta.Right;
import org.affogato.engine.spi.Argument;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.Requires;
import org.affogato.engine.spi.Requires.Access;
import org.affogato.engine.spi.Whitelisted;
import org.affogato.engine.spi.WhitelistedMethods;
import org.jspecify.annotations.Nullable;

/** Opens a document in a form, with all that stands around it. Frappe: {@code frappe.desk.form.load}. */
@Singleton
public class FormDocuments implements WhitelistedMethods {
    private static final String MODULE = "frappe.desk.form.load.";

    /** The document goes out under {@code docs}; a missing one is an empty list. Writes who has seen it. */
    @Whitelisted(value = MODULE + "getdoc", commitsOnGet = true)
    @Requires(access = Access.ANY_USER)
    public @Nullable List<?> getDoc(Context context, String doctype, String name) {
        if (doctype.isEmpty() || name.isEmpty()) {
            throw new ValidationError("A form needs the doctype and the name of its document");
        }
        Optional<Document> found = context.documents().find(doctype, name);
        if (found.isEmpty()) {
            return List.of();
        }
        open(context, found.get());
        return null;
    }

    private static void open(Context context, Document document) {
        context.permissions().check(Right.READ, document);
        context.permissions().hideUnreadable(document);
        Readers readers = new Readers(context, document);
        readers.addView();
        context.answer().set("docs", List.of(document));
        context.answer().set("docinfo", new DocInfo(context, document).gather());
        context.answer().set("_link_titles", new LinkTitles(context).of(document));
        readers.addSeen();
    }

    /** What stands around a document, under {@code docinfo}. */
    @Whitelisted(MODULE + "get_docinfo")
    @Requires(access = Access.ANY_USER)
    public void getDocInfo(Context context, String doctype, String name) {
        Document document = readable(context, doctype, name);
        context.answer().set("docinfo", new DocInfo(context, document).gather());
    }

    /** Mails and other messages about a document, the latest first. */
    @Whitelisted(MODULE + "get_communications")
    @Requires(access = Access.ANY_USER)
    public List<Map<String, @Nullable Object>> getCommunications(
            Context context,
            String doctype,
            String name,
            @Argument(otherwise = "0") long start,
            @Argument(otherwise = "20") long limit) {
        Document document = readable(context, doctype, name);
        return new Communications(context).about(document.ref(), Math.max(start, 0), Math.max(limit, 0));
    }

    private static Document readable(Context context, String doctype, String name) {
        Document document = context.documents().get(doctype, name);
        context.permissions().check(Right.READ, document);
        return document;
    }

    /** How the users are called and look who view a document now. */
    @Whitelisted(MODULE + "get_user_info_for_viewers")
    @Requires(role = "Desk User")
    public Map<String, Map<String, @Nullable Object>> getUserInfo(Context context, Object users) {
        List<String> names = Json.list(users).stream().map(String::valueOf).toList();
        return UserInfo.of(names, context);
    }
}
