package org.affogato.engine.spi;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list call as a client makes it; the query package parses it into a typed tree against the Meta.
 *
 * @param fields names, {@code *}, {@code count(name) as n}, {@code child.field}, {@code link.field}; empty for name
 * @param filters a map, a list of lists, or a document's name, as JSON values
 * @param orFilters like {@code filters}, joined by OR
 * @param limit number of rows; 0 for all
 * @param parent parent DocType where the rows of a child table are listed
 * @param restricted whether the caller's permissions apply: get_list, not get_all
 */
public record ListRequest(
        String doctype,
        List<?> fields,
        @Nullable Object filters,
        @Nullable Object orFilters,
        @Nullable String orderBy,
        @Nullable String groupBy,
        long start,
        long limit,
        boolean distinct,
        @Nullable String parent,
        boolean restricted) {
    /** All rows without regard to the caller, like {@code frappe.get_all}. */
    public static ListRequest all(String doctype, List<?> fields, @Nullable Object filters) {
        return new ListRequest(doctype, fields, filters, null, null, null, 0, 0, false, null, false);
    }

    public ListRequest orderedBy(String order) {
        return new ListRequest(
                doctype, fields, filters, orFilters, order, groupBy, start, limit, distinct, parent, restricted);
    }

    public ListRequest limited(long rows) {
        return new ListRequest(
                doctype, fields, filters, orFilters, orderBy, groupBy, start, rows, distinct, parent, restricted);
    }

    public ListRequest distinct(boolean each) {
        return new ListRequest(
                doctype, fields, filters, orFilters, orderBy, groupBy, start, limit, each, parent, restricted);
    }

    /** The same call restricted to what the caller may see, like {@code frappe.get_list}. */
    public ListRequest asCaller() {
        return new ListRequest(
                doctype, fields, filters, orFilters, orderBy, groupBy, start, limit, distinct, parent, true);
    }
}
