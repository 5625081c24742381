package org.affogato.engine.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A DocType's own order: its {@code sort_field} and {@code sort_order}, drafts of submittables first. */
final class DefaultOrder {
    private DefaultOrder() {}

    static List<Sort> of(Source source) {
        List<Sort> sorts = new ArrayList<>();
        if (source.meta().isSubmittable()) {
            sorts.add(new Sort(new Expression.Column(source, "docstatus"), false));
        }
        String field = source.meta().sortField();
        if (!field.contains(",")) {
            sorts.add(sort(source, field, source.meta().sortOrder()));
            return sorts;
        }
        for (String part : field.split(",")) {
            String[] words = part.strip().split("\\s+");
            sorts.add(sort(source, words[0], words.length > 1 ? words[1] : "asc"));
        }
        return sorts;
    }

    private static Sort sort(Source source, String fieldname, String direction) {
        String column = fieldname.replace("`", "").strip();
        String known = source.hasColumn(column) ? column : "modified";
        boolean descending = direction.toLowerCase(Locale.ROOT).startsWith("desc");
        return new Sort(new Expression.Column(source, known), descending);
    }
}
