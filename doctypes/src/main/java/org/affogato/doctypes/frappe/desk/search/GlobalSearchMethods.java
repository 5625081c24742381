package org.affogato.doctypes.frappe.desk.search;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.affogato.engine.meta.Meta;
import org.affogato.engine.meta.Right;
import org.affogato.engine.spi.Argument;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.ListRequest;
import org.affogato.engine.spi.Requires;
import org.affogato.engine.spi.Requires.Access;
import org.affogato.engine.spi.Whitelisted;
import org.affogato.engine.spi.WhitelistedMethods;
import org.jspecify.annotations.Nullable;

/** {@code frappe.utils.global_search}; nobody finds what they may not read. */
public final class GlobalSearchMethods implements WhitelistedMethods {
    private static final String MODULE = "frappe.utils.global_search.";
    private static final long MOST = 100;
    private static final int MOST_WORDS = 10;
    private static final String SEARCH = "SELECT `doctype`, `name`, `content`, MATCH (`content`) AGAINST (?) AS `rank`"
            + " FROM `__global_search` WHERE MATCH (`content`) AGAINST (?) AND `doctype` IN (%s)"
            + " ORDER BY `rank` DESC LIMIT ? OFFSET ?";
    private static final String WEB_SEARCH = "SELECT `doctype`, `name`, `content`, `title`, `route`"
            + " FROM `__global_search` WHERE `published` = 1 AND `route` LIKE ?"
            + " AND MATCH (`content`) AGAINST (? IN BOOLEAN MODE) LIMIT ? OFFSET ?";

    /**
     * Documents of the DocTypes that Global Search Settings names, in that order, the best first.
     *
     * @param text words; texts between {@code &} are searched each for itself
     */
    @Whitelisted(MODULE + "search")
    @Requires(access = Access.ANY_USER)
    public List<Map<String, @Nullable Object>> search(
            Context context,
            String text,
            @Argument(otherwise = "0") long start,
            @Argument(otherwise = "20") long limit,
            @Argument(otherwise = "") String doctype) {
        List<String> doctypes = searchable(context);
        if (!doctype.isEmpty()) {
            doctypes.retainAll(List.of(doctype));
        }
        List<Map<String, @Nullable Object>> found = new ArrayList<>();
        if (doctypes.isEmpty()) {
            return found;
        }
        List<Map<String, @Nullable Object>> ranked = ranked(context, doctypes, parts(text), start, limit);
        doctypes.forEach(each -> found.addAll(readable(context, each, ranked)));
        return found;
    }

    private static List<String> searchable(Context context) {
        Set<String> doctypes = new LinkedHashSet<>(context.database()
                .query(
                        "SELECT document_type FROM {Global Search DocType}"
                                + " WHERE parent = 'Global Search Settings' ORDER BY idx",
                        List.of(),
                        row -> row.getString(1)));
        doctypes.removeIf(doctype ->
                !context.hasDoctype(doctype) || !context.permissions().has(Right.READ, doctype));
        return new ArrayList<>(doctypes);
    }

    private static Set<String> parts(String text) {
        Set<String> parts = new LinkedHashSet<>();
        for (String part : text.split("&", MOST_WORDS)) {
            if (!part.isBlank()) {
                parts.add(part.strip());
            }
        }
        return parts;
    }

    private static List<Map<String, @Nullable Object>> ranked(
            Context context, List<String> doctypes, Set<String> parts, long start, long limit) {
        String sql = SEARCH.formatted(String.join(", ", Collections.nCopies(doctypes.size(), "?")));
        List<Map<String, @Nullable Object>> ranked = new ArrayList<>();
        for (String part : parts) {
            List<@Nullable Object> values = new ArrayList<>(List.of(part, part));
            values.addAll(doctypes);
            values.add(Math.clamp(limit, 1, MOST));
            values.add(Math.max(start, 0));
            ranked.addAll(context.database().query(sql, values.toArray()));
        }
        return ranked;
    }

    /** Those of one DocType that the caller may read, with their pictures. */
    private static List<Map<String, @Nullable Object>> readable(
            Context context, String doctype, List<Map<String, @Nullable Object>> ranked) {
        List<Map<String, @Nullable Object>> own = ranked.stream()
                .filter(row -> doctype.equals(row.get("doctype")))
                .toList();
        if (own.isEmpty()) {
            return own;
        }
        Meta meta = context.meta(doctype);
        String image = meta.attributes().text("image_field", "");
        boolean hasImage = meta.isColumn(image);
        List<?> names = own.stream().map(row -> row.get("name")).toList();
        Map<Object, @Nullable Object> readable = new LinkedHashMap<>();
        context.documents()
                .list(ListRequest.visible(
                        doctype,
                        hasImage ? List.of("name", image) : List.of("name"),
                        List.of(List.of("name", "in", names))))
                .forEach(row -> readable.put(String.valueOf(row.get("name")), hasImage ? row.get(image) : null));
        List<Map<String, @Nullable Object>> found = new ArrayList<>();
        for (Map<String, @Nullable Object> row : own) {
            if (readable.containsKey(String.valueOf(row.get("name")))) {
                if (hasImage) {
                    row.put("image", readable.get(String.valueOf(row.get("name"))));
                }
                found.add(row);
            }
        }
        return found;
    }

    /**
     * Pages that are published, those first whose titles hold most of the words.
     *
     * @param scope the beginning of the pages' routes
     */
    @Whitelisted(MODULE + "web_search")
    @Requires(access = Access.GUEST)
    public List<Map<String, @Nullable Object>> webSearch(
            Context context,
            String text,
            @Argument(otherwise = "") String scope,
            @Argument(otherwise = "0") long start,
            @Argument(otherwise = "20") long limit) {
        Set<Map<String, @Nullable Object>> pages = new LinkedHashSet<>();
        for (String part : parts(text)) {
            pages.addAll(context.database()
                    .query(
                            WEB_SEARCH,
                            scope + "%",
                            "+" + part.replaceAll("[^\\p{L}\\p{N} ]", " ").strip() + "*",
                            Math.clamp(limit, 1, MOST),
                            Math.max(start, 0)));
        }
        List<Map<String, @Nullable Object>> sorted = new ArrayList<>(pages);
        Set<String> words = words(text);
        sorted.forEach(page -> {
            Set<String> inTitle = words(String.valueOf(page.get("title")));
            inTitle.retainAll(words);
            page.put("relevance", inTitle.size());
        });
        sorted.sort((one, other) -> Integer.compare(relevance(other), relevance(one)));
        return sorted;
    }

    private static int relevance(Map<String, @Nullable Object> page) {
        return page.get("relevance") instanceof Integer number ? number : 0;
    }

    private static Set<String> words(String text) {
        return new LinkedHashSet<>(
                List.of(text.replaceAll("[\"']", "").toLowerCase(Locale.ROOT).split(" ")));
    }

    /** Puts all documents of a DocType into the search anew, for one whose fields came to be searched later. */
    @Whitelisted(MODULE + "rebuild_for_doctype")
    @Requires(role = "System Manager")
    public long rebuildForDoctype(Context context, String doctype) {
        return new GlobalSearch(context).rebuild(doctype);
    }
}
