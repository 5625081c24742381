package org.affogato.api.method.desk.links;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.affogato.api.json.Json;
import org.affogato.engine.document.DocRef;
import org.affogato.engine.document.DocStatus;
import org.affogato.engine.document.Document;
import org.affogato.engine.meta.Right;
import org.affogato.engine.spi.Argument;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.ListRequest;
import org.affogato.engine.spi.Requires;
import org.affogato.engine.spi.Requires.Access;
import org.affogato.engine.spi.Whitelisted;
import org.affogato.engine.spi.WhitelistedMethods;
import org.jspecify.annotations.Nullable;

/** What points at a document. Frappe: {@code frappe.desk.form.linked_with}. */
@Singleton
public class LinkedWith implements WhitelistedMethods {
    private static final String MODULE = "frappe.desk.form.linked_with.";

    /** The documents that point at one, by their DocType; none point at a missing one. */
    @Whitelisted(MODULE + "get")
    @Requires(access = Access.ANY_USER)
    public Map<String, List<Map<String, @Nullable Object>>> get(Context context, String doctype, String docname) {
        Optional<Document> found = context.documents().find(doctype, docname);
        if (found.isEmpty() && context.permissions().has(Right.READ, doctype)) {
            return Map.of();
        }
        Document document = readable(context, doctype, docname);
        return new LinkedDocs(context, document).find(new LinkedDoctypes(context, doctype, false).find());
    }

    private static Document readable(Context context, String doctype, String name) {
        Document document = context.documents().get(doctype, name);
        context.permissions().check(Right.READ, document);
        return document;
    }

    /** The DocTypes whose documents may point at those of one, and the fields by which they do. */
    @Whitelisted(MODULE + "get_linked_doctypes")
    @Requires(access = Access.ANY_USER)
    public Map<String, Object> getLinkedDoctypes(
            Context context, String doctype, @Argument(otherwise = "0") boolean withoutIgnoreUserPermissionsEnabled) {
        return LinkedDoctypes.asMap(new LinkedDoctypes(context, doctype, withoutIgnoreUserPermissionsEnabled).find());
    }

    /** Rows of a Link field: the DocTypes that a User Permission on the DocType may be meant for, itself among them. */
    @Whitelisted("frappe.core.doctype.user_permission.user_permission.get_applicable_for_doctype_list")
    @Requires(role = "System Manager")
    public List<List<String>> getApplicableFor(
            Context context,
            String doctype,
            @Argument(otherwise = "") String txt,
            @Argument(otherwise = "0") long start,
            @Argument(otherwise = "20") long pageLen) {
        Set<String> applicable = new TreeSet<>(Set.of(doctype));
        new LinkedDoctypes(context, doctype, true).find().forEach((linking, how) -> {
            applicable.add(linking);
            if (how.child() != null) {
                applicable.add(how.child());
            }
        });
        String typed = txt.toLowerCase(Locale.ROOT);
        return applicable.stream()
                .filter(name -> name.toLowerCase(Locale.ROOT).contains(typed))
                .skip(Math.max(start, 0))
                .limit(Math.max(pageLen, 0))
                .map(List::of)
                .toList();
    }

    /** The submitted documents that must be cancelled before this one can be, as far as the caller may read them. */
    @Whitelisted(MODULE + "get_submitted_linked_docs")
    @Requires(access = Access.ANY_USER)
    public Map<String, Object> getSubmittedLinkedDocs(Context context, String doctype, String name) {
        Document document = readable(context, doctype, name);
        List<Map<String, Object>> docs = readable(context, new SubmittedDocs(context, document.ref()).find()).stream()
                .map(LinkedWith::submitted)
                .toList();
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("docs", docs);
        answer.put("count", docs.size());
        return answer;
    }

    private static Map<String, Object> submitted(DocRef place) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("doctype", place.doctype());
        row.put("name", place.name());
        row.put("docstatus", 1);
        return row;
    }

    private static List<DocRef> readable(Context context, Set<DocRef> places) {
        Map<String, List<String>> names = new LinkedHashMap<>();
        places.forEach(place ->
                names.computeIfAbsent(place.doctype(), key -> new ArrayList<>()).add(place.name()));
        List<DocRef> readable = new ArrayList<>();
        names.forEach((doctype, some) -> {
            Set<String> seen =
                    context.permissions().has(Right.READ, doctype) ? listed(context, doctype, some) : Set.of();
            some.stream().filter(seen::contains).forEach(name -> readable.add(new DocRef(doctype, name)));
        });
        return readable;
    }

    private static Set<String> listed(Context context, String doctype, List<String> names) {
        List<?> filters = List.of(List.of(doctype, "name", "in", names));
        Set<String> listed = new LinkedHashSet<>();
        context.documents()
                .list(ListRequest.all(doctype, List.of("name"), filters).asCaller())
                .forEach(row -> listed.add(String.valueOf(row.get("name"))));
        return listed;
    }

    /** Cancels the given documents, but those of the DocTypes named beside. */
    @Whitelisted(MODULE + "cancel_all_linked_docs")
    @Requires(access = Access.ANY_USER)
    public void cancelAll(Context context, Object docs, @Nullable Object ignoreDoctypesOnCancelAll) {
        boolean none = ignoreDoctypesOnCancelAll == null || ignoreDoctypesOnCancelAll.equals("");
        List<?> ignored = none ? List.of() : Json.list(ignoreDoctypesOnCancelAll);
        for (Object doc : Json.list(docs)) {
            Map<String, @Nullable Object> place = Json.object(doc);
            String doctype = String.valueOf(place.get("doctype"));
            boolean submitted = String.valueOf(place.get("docstatus")).equals("1");
            if (submitted && !ignored.contains(doctype) && context.meta(doctype).isSubmittable()) {
                cancel(context, doctype, String.valueOf(place.get("name")));
            }
        }
    }

    private static void cancel(Context context, String doctype, String name) {
        Document document = context.documents().get(doctype, name);
        if (document.docstatus() == DocStatus.SUBMITTED) { // it may have gone along with another
            context.documents().cancel(document);
        }
    }
}
