package org.affogato.doctypes.frappe.desk.doctype.tag;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.affogato.engine.document.DocRef;
import org.affogato.engine.meta.Right;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.ListRequest;
import org.affogato.engine.spi.Requires;
import org.affogato.engine.spi.Requires.Access;
import org.affogato.engine.spi.Whitelisted;
import org.affogato.engine.spi.WhitelistedMethods;
import org.jspecify.annotations.Nullable;

/** {@code frappe.desk.doctype.tag.tag}. */
public final class TagMethods implements WhitelistedMethods {
    private static final String MODULE = "frappe.desk.doctype.tag.tag.";

    @Whitelisted(MODULE + "add_tag")
    @Requires(right = "write", doctypeArgument = "dt", nameArgument = "dn")
    public String addTag(Context context, String tag, String dt, String dn) {
        new TaggedDocument(context, dt, dn).add(List.of(tag));
        return tag;
    }

    /** Puts each tag on each of the documents. */
    @Whitelisted(MODULE + "add_tags")
    @Requires(access = Access.ANY_USER)
    public void addTags(Context context, List<?> tags, String dt, List<?> docs) {
        List<String> wanted = tags.stream().map(String::valueOf).toList();
        docs.forEach(name -> new TaggedDocument(context, dt, String.valueOf(name)).add(wanted));
    }

    /** Upper and lower case do not matter. */
    @Whitelisted(MODULE + "remove_tag")
    @Requires(right = "write", doctypeArgument = "dt", nameArgument = "dn")
    public void removeTag(Context context, String tag, String dt, String dn) {
        new TaggedDocument(context, dt, dn).remove(tag);
    }

    /** Names of documents whose tags are like the text, each in a list of its own. */
    @Whitelisted(MODULE + "get_tagged_docs")
    @Requires(right = "read")
    public List<List<@Nullable Object>> getTaggedDocs(Context context, String doctype, String tag) {
        List<?> filters = List.of(List.of(doctype, "_user_tags", "like", tag));
        List<Map<String, @Nullable Object>> found = context.documents()
                .list(ListRequest.all(doctype, List.of("name"), filters).asCaller());
        List<List<@Nullable Object>> rows = new ArrayList<>();
        found.forEach(row -> rows.add(new ArrayList<>(row.values())));
        return rows;
    }

    /** Tags with the text in them, by name. */
    @Whitelisted(MODULE + "get_tags")
    @Requires(right = "read", doctype = "Tag")
    public List<String> getTags(Context context, @Nullable String doctype, String txt) {
        List<?> filters = List.of(List.of("Tag", "name", "like", "%" + txt + "%"));
        String typed = txt.toLowerCase(Locale.ROOT);
        return tags(context, filters)
                .filter(tag -> tag.toLowerCase(Locale.ROOT).contains(typed))
                .sorted()
                .toList();
    }

    private static Stream<String> tags(Context context, @Nullable Object filters) {
        return context
                .documents()
                .list(ListRequest.all("Tag", List.of("name"), filters).asCaller())
                .stream()
                .map(row -> String.valueOf(row.get("name")));
    }

    @Whitelisted(MODULE + "get_tags_list_for_awesomebar")
    @Requires(right = "read", doctype = "Tag")
    public List<String> getAllTags(Context context) {
        return tags(context, null).toList();
    }

    /**
     * The documents of all DocTypes that bear a tag and that the caller may read.
     *
     * @param tag with the hash mark that people type before it
     */
    @Whitelisted(MODULE + "get_documents_for_tag")
    @Requires(access = Access.ANY_USER)
    public List<Map<String, @Nullable Object>> getDocumentsForTag(Context context, String tag) {
        String name = tag.isEmpty() ? tag : tag.substring(1);
        List<Map<String, @Nullable Object>> links = context.database()
                .query(
                        "SELECT document_type AS doctype, document_name AS name, title AS content FROM {Tag Link}"
                                + " WHERE tag = ? ORDER BY modified DESC",
                        name);
        Set<DocRef> readable = readable(context, links);
        links.removeIf(link -> !readable.contains(place(link)));
        return links;
    }

    private static DocRef place(Map<String, @Nullable Object> link) {
        return new DocRef(String.valueOf(link.get("doctype")), String.valueOf(link.get("name")));
    }

    /** One list call a DocType, as the caller. */
    private static Set<DocRef> readable(Context context, List<Map<String, @Nullable Object>> links) {
        Map<String, List<String>> names = new LinkedHashMap<>();
        links.stream()
                .map(TagMethods::place)
                .forEach(place -> names.computeIfAbsent(place.doctype(), key -> new ArrayList<>())
                        .add(place.name()));
        Set<DocRef> readable = new LinkedHashSet<>();
        names.forEach((doctype, some) -> {
            if (context.hasDoctype(doctype) && context.permissions().has(Right.READ, doctype)) {
                List<?> filters = List.of(List.of(doctype, "name", "in", some));
                context.documents()
                        .list(ListRequest.all(doctype, List.of("name"), filters).asCaller())
                        .forEach(row -> readable.add(new DocRef(doctype, String.valueOf(row.get("name")))));
            }
        });
        return readable;
    }
}
