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
 * @param trusted whether the fields were put together by the engine or an app, which may use more functions than a
 *     caller and name fields of child tables without their DocType
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
        boolean restricted,
        boolean trusted) {
    /** A caller's own list where it is restricted, else one of the engine or an app. */
    public ListRequest(
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
        this(
                doctype,
                fields,
                filters,
                orFilters,
                orderBy,
                groupBy,
                start,
                limit,
                distinct,
                parent,
                restricted,
                !restricted);
    }

    /** All rows without regard to the caller, like {@code frappe.get_all}. */
    public static ListRequest all(String doctype, List<?> fields, @Nullable Object filters) {
        return new ListRequest(doctype, fields, filters, null, null, null, 0, 0, false, null, false);
    }

    /** What the caller may see, in fields that the engine or an app wrote, like {@code frappe.get_list} in Python. */
    public static ListRequest visible(String doctype, List<?> fields, @Nullable Object filters) {
        return new ListRequest(doctype, fields, filters, null, null, null, 0, 0, false, null, true, true);
    }

    public ListRequest selecting(List<?> wanted) {
        return new ListRequest(
                doctype,
                wanted,
                filters,
                orFilters,
                orderBy,
                groupBy,
                start,
                limit,
                distinct,
                parent,
                restricted,
                trusted);
    }

    public ListRequest orderedBy(String order) {
        return new ListRequest(
                doctype,
                fields,
                filters,
                orFilters,
                order,
                groupBy,
                start,
                limit,
                distinct,
                parent,
                restricted,
                trusted);
    }

    public ListRequest groupedBy(String group) {
        return new ListRequest(
                doctype,
                fields,
                filters,
                orFilters,
                orderBy,
                group,
                start,
                limit,
                distinct,
                parent,
                restricted,
                trusted);
    }

    public ListRequest limited(long rows) {
        return new ListRequest(
                doctype,
                fields,
                filters,
                orFilters,
                orderBy,
                groupBy,
                start,
                rows,
                distinct,
                parent,
                restricted,
                trusted);
    }

    /** The rows after the first ones. */
    public ListRequest skipping(long rows) {
        return new ListRequest(
                doctype,
                fields,
                filters,
                orFilters,
                orderBy,
                groupBy,
                rows,
                limit,
                distinct,
                parent,
                restricted,
                trusted);
    }

    public ListRequest distinct(boolean each) {
        return new ListRequest(
                doctype, fields, filters, orFilters, orderBy, groupBy, start, limit, each, parent, restricted, trusted);
    }

    /** Rows that meet one of these filters too. */
    public ListRequest or(@Nullable Object anyOf) {
        return new ListRequest(
                doctype, fields, filters, anyOf, orderBy, groupBy, start, limit, distinct, parent, restricted, trusted);
    }

    /** Rows of a child table, listed through this DocType. */
    public ListRequest under(@Nullable String parentDoctype) {
        return new ListRequest(
                doctype,
                fields,
                filters,
                orFilters,
                orderBy,
                groupBy,
                start,
                limit,
                distinct,
                parentDoctype,
                restricted,
                trusted);
    }

    /** The same call as a caller's own, restricted to what the caller may see. */
    public ListRequest asCaller() {
        return new ListRequest(
                doctype, fields, filters, orFilters, orderBy, groupBy, start, limit, distinct, parent, true, false);
    }
}
