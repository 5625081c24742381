package org.affogato.doctypes.frappe.desk.search;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.affogato.engine.document.Document;
import org.affogato.engine.meta.DocField;
import org.affogato.engine.meta.Meta;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/** What of a document can be searched for: the fields marked so, of its rows too, each with its label. */
final class SearchText {
    private static final Set<String> MARKUP = Set.of("Text", "Text Editor");
    /** Four bytes a letter at most; the column holds 65,535. */
    private static final int LETTERS = 16_000;

    private SearchText() {}

    /** Whether documents of the DocType can have any. */
    static boolean isSearched(Meta meta) {
        return meta.is("show_name_in_global_search") || meta.fields().stream().anyMatch(SearchText::isSearched);
    }

    /** A field of a higher level is not searched: who finds the document may not be allowed to read that field. */
    private static boolean isSearched(DocField field) {
        return field.attributes().check("in_global_search") && field.permlevel() == 0 && field.hasColumn();
    }

    /** Empty where there is nothing to search for. */
    static String of(Document document) {
        List<String> parts = new ArrayList<>();
        add(document, parts);
        document.allRows().forEach(row -> add(row, parts));
        String text = String.join(" ||| ", parts);
        return text.substring(0, Math.min(text.length(), LETTERS));
    }

    private static void add(Document document, List<String> parts) {
        for (DocField field : document.meta().fields()) {
            Object value = document.get(field.fieldname());
            if (isSearched(field) && isGiven(value)) {
                parts.add(field.label() + " : " + text(field, value));
            }
        }
        if (document.meta().is("show_name_in_global_search")) {
            parts.add("Name : " + document.name());
        }
    }

    private static boolean isGiven(@Nullable Object value) {
        return value != null && !value.equals("") && !(value instanceof Number number && number.doubleValue() == 0);
    }

    private static String text(DocField field, @Nullable Object value) {
        String text =
                value instanceof LocalDateTime moment ? moment.toString().replace('T', ' ') : String.valueOf(value);
        boolean markup = MARKUP.contains(field.fieldtype()) || text.indexOf('<') >= 0;
        return markup ? Jsoup.parse(text).text() : text;
    }
}
