package org.affogato.api.method.desk;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.affogato.api.json.Json;
import org.affogato.engine.error.DataError;
import org.affogato.engine.meta.Right;
import org.affogato.engine.query.LinkSearch;
import org.affogato.engine.query.LinkSearch.Wanted;
import org.affogato.engine.spi.Argument;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.Requires;
import org.affogato.engine.spi.Requires.Access;
import org.affogato.engine.spi.Whitelisted;
import org.affogato.engine.spi.WhitelistedMethods;
import org.jspecify.annotations.Nullable;

/** What a Link field offers while its user types. Frappe: {@code frappe.desk.search}. */
@Singleton
public class LinkFields implements WhitelistedMethods {
    private final LinkSearch search = new LinkSearch();

    @Whitelisted("frappe.desk.search.search_link")
    @Requires(access = Access.ANY_USER)
    public List<Map<String, Object>> search(
            Context context,
            String doctype,
            String txt,
            @Nullable Object filters,
            @Argument(otherwise = "10") long pageLength,
            @Nullable String searchfield,
            @Argument(otherwise = "0") boolean ignoreUserPermissions) {
        String field = searchfield == null ? "" : searchfield;
        if (!field.matches("\\w*")) {
            throw new DataError("Invalid Search Field %s".formatted(field));
        }
        boolean restricted = !(doctype.equals("DocType") || ignoreUserPermissions && mayLink(context, doctype));
        Object read = filters instanceof String text && !text.isEmpty() ? Json.read(text) : filters;
        return search.search(
                context, new Wanted(doctype, txt.strip(), read, field, 0, Math.max(pageLength, 0), restricted));
    }

    private static boolean mayLink(Context context, String doctype) {
        Right right = context.permissions().selectOnly(doctype) ? Right.SELECT : Right.READ;
        context.permissions().check(right, doctype);
        return true;
    }

    /** What a link shows: the document's title where its DocType wants it so, else its name. */
    @Whitelisted("frappe.desk.search.get_link_title")
    @Requires(access = Access.ANY_USER)
    public @Nullable Object title(Context context, String doctype, String docname) {
        if (!context.meta(doctype).is("show_title_field_in_link")) {
            return docname;
        }
        mayLink(context, doctype);
        return context.documents().value(doctype, docname, context.meta(doctype).titleField());
    }
}
