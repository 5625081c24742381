package org.affogato.api.method.desk.search;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.affogato.api.json.Json;
import org.affogato.api.method.desk.list.ChildRows;
import org.affogato.engine.error.DataError;
import org.affogato.engine.meta.Meta;
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
    private final SearchQueries queries;

    public LinkFields(SearchQueries queries) {
        this.queries = queries;
    }

    /** Values to choose from, with what describes them. */
    @Whitelisted("frappe.desk.search.search_link")
    @Requires(access = Access.ANY_USER)
    public List<Map<String, @Nullable Object>> link(
            Context context,
            String doctype,
            String txt,
            @Nullable String query,
            @Nullable Object filters,
            @Argument(otherwise = "10") long pageLength,
            @Nullable String searchfield,
            @Nullable String referenceDoctype,
            @Argument(otherwise = "0") boolean ignoreUserPermissions) {
        String text = txt.strip();
        SearchCall call = new SearchCall(
                doctype, text, field(searchfield), read(filters), 0, pageLength, false, referenceDoctype);
        Object found = queries.find(doctype, query).isPresent()
                ? queries.run(context, query, call)
                : search.rows(context, wanted(context, call, List.of(), ignoreUserPermissions));
        return new Suggestions(context.meta(doctype)).of(found);
    }

    /** The rows of a search dialog: lists of values, or objects where {@code as_dict} is on. */
    @Whitelisted("frappe.desk.search.search_widget")
    @Requires(access = Access.ANY_USER)
    public @Nullable Object widget(
            Context context,
            String doctype,
            String txt,
            @Nullable String query,
            @Nullable String searchfield,
            @Argument(otherwise = "0") long start,
            @Argument(otherwise = "10") long pageLength,
            @Nullable Object filters,
            @Nullable Object filterFields,
            @Argument(otherwise = "0") boolean asDict,
            @Nullable String referenceDoctype,
            @Argument(otherwise = "0") boolean ignoreUserPermissions) {
        SearchCall call = new SearchCall(
                doctype, txt, field(searchfield), read(filters), start, pageLength, asDict, referenceDoctype);
        if (queries.find(doctype, query).isPresent()) {
            return queries.run(context, query, call);
        }
        List<String> more = filterFields == null || filterFields.equals("")
                ? List.of()
                : Json.list(filterFields).stream().map(String::valueOf).toList();
        List<Map<String, @Nullable Object>> rows =
                search.rows(context, wanted(context, call, more, ignoreUserPermissions));
        return asDict
                ? rows
                : rows.stream().map(row -> new ArrayList<>(row.values())).toList();
    }

    private static String field(@Nullable String searchfield) {
        String field = searchfield == null ? "" : searchfield;
        if (!field.matches("\\w*")) {
            throw new DataError("Invalid Search Field %s".formatted(field));
        }
        return field;
    }

    private static @Nullable Object read(@Nullable Object filters) {
        return filters instanceof String text ? (text.isEmpty() ? null : Json.read(text)) : filters;
    }

    private static Wanted wanted(Context context, SearchCall call, List<String> more, boolean ignoreUserPermissions) {
        String doctype = call.doctype();
        boolean free = doctype.equals("DocType")
                || ChildRows.areOpen(context, doctype)
                || ignoreUserPermissions && mayLink(context, doctype);
        Set<String> fields = new LinkedHashSet<>();
        if (!call.searchfield().isEmpty()) {
            fields.add(call.searchfield());
        }
        Wanted wanted = Wanted.of(doctype, call.txt(), call.filters())
                .linkedFrom(call.referenceDoctype())
                .page(Math.max(call.start(), 0), Math.max(call.pageLength(), 0))
                .restricted(!free);
        fields.addAll(more);
        return wanted.showing(List.copyOf(fields));
    }

    private static boolean mayLink(Context context, String doctype) {
        Right right = context.permissions().selectOnly(doctype) ? Right.SELECT : Right.READ;
        context.permissions().check(right, doctype);
        return true;
    }

    /** The title that stands for a document's name, where its DocType shows titles; else the name. */
    @Whitelisted("frappe.desk.search.get_link_title")
    @Requires(access = Access.ANY_USER)
    public @Nullable Object title(Context context, String doctype, String docname) {
        Meta meta = context.meta(doctype);
        if (!meta.is("show_title_field_in_link")) {
            return docname;
        }
        return LinkTitles.of(context, meta, docname);
    }
}
