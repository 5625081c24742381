package org.affogato.doctypes.frappe.contacts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.affogato.engine.document.DocRef;
import org.affogato.engine.document.Document;
import org.affogato.engine.spi.Context;

/** What a Contact or an Address belongs to: the rows of {@code links}. */
public final class DynamicLinks {
    private static final String ROWS = "links";

    private DynamicLinks() {}

    /** Keeps each once, and notes its title where the row has none. */
    public static void settle(Document document, Context context) {
        Map<DocRef, Document> kept = new LinkedHashMap<>();
        for (Document row : document.rows(ROWS)) {
            DocRef place = new DocRef(row.text("link_doctype"), row.text("link_name"));
            if (row.text("link_title").isEmpty()) {
                row.set("link_title", title(place, context));
            }
            kept.putIfAbsent(place, row);
        }
        document.setRows(ROWS, new ArrayList<>(kept.values()));
    }

    private static String title(DocRef place, Context context) {
        Document linked = context.documents().get(place.doctype(), place.name());
        String title = linked.text(linked.meta().nameplateField());
        return title.isEmpty() ? place.name() : title;
    }

    /** The name, with a number behind it where it is taken. Frappe: {@code append_number_if_name_exists}. */
    public static String freeName(String doctype, String name, Context context) {
        if (!context.documents().exists(doctype, name)) {
            return name;
        }
        List<Long> numbers = context.database()
                .query(
                        "SELECT COALESCE(MAX(CAST(SUBSTRING(name, ?) AS UNSIGNED)), 0) FROM {%s}".formatted(doctype)
                                + " WHERE LEFT(name, ?) = ? AND SUBSTRING(name, ?) REGEXP '^[0-9]+$'",
                        List.of(name.length() + 2, name.length() + 1, name + "-", name.length() + 2),
                        row -> row.getLong(1));
        return name + "-" + (numbers.getFirst() + 1);
    }

    /** Filters of those that belong to a document. */
    public static List<Object> filters(Object doctype, Object name) {
        return new ArrayList<>(List.of(
                List.of("Dynamic Link", "link_doctype", "=", doctype),
                List.of("Dynamic Link", "link_name", "=", name)));
    }
}
