package org.affogato.engine.spi;

import java.util.List;
import java.util.function.Consumer;
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
        return with(copy -> copy.fields = wanted);
    }

    /** The same call with other filters. */
    public ListRequest filteredBy(@Nullable Object otherFilters) {
        return with(copy -> copy.filters = otherFilters);
    }

    public ListRequest orderedBy(String order) {
        return with(copy -> copy.orderBy = order);
    }

    public ListRequest groupedBy(String group) {
        return with(copy -> copy.groupBy = group);
    }

    public ListRequest limited(long rows) {
        return with(copy -> copy.limit = rows);
    }

    /** The rows after the first ones. */
    public ListRequest skipping(long rows) {
        return with(copy -> copy.start = rows);
    }

    public ListRequest distinct(boolean each) {
        return with(copy -> copy.distinct = each);
    }

    /** Rows that meet one of these filters too. */
    public ListRequest or(@Nullable Object anyOf) {
        return with(copy -> copy.orFilters = anyOf);
    }

    /** Rows of a child table, listed through this DocType. */
    public ListRequest under(@Nullable String parentDoctype) {
        return with(copy -> copy.parent = parentDoctype);
    }

    /** The same call as a caller's own, restricted to what the caller may see. */
    public ListRequest asCaller() {
        return with(copy -> {
            copy.restricted = true;
            copy.trusted = false;
        });
    }

    /** The same call with all rows, whatever the caller may see. */
    public ListRequest unrestricted() {
        return with(copy -> copy.restricted = false);
    }

    private ListRequest with(Consumer<Copy> change) {
        Copy copy = new Copy(this);
        change.accept(copy);
        return copy.made();
    }

    /** A request on the way to another one: what a copy does not change is named here alone. */
    private static final class Copy {
        private final String doctype;
        private List<?> fields;
        private @Nullable Object filters;
        private @Nullable Object orFilters;
        private @Nullable String orderBy;
        private @Nullable String groupBy;
        private long start;
        private long limit;
        private boolean distinct;
        private @Nullable String parent;
        private boolean restricted;
        private boolean trusted;

        Copy(ListRequest of) {
            doctype = of.doctype;
            fields = of.fields;
            filters = of.filters;
            orFilters = of.orFilters;
            orderBy = of.orderBy;
            groupBy = of.groupBy;
            start = of.start;
            limit = of.limit;
            distinct = of.distinct;
            parent = of.parent;
            restricted = of.restricted;
            trusted = of.trusted;
        }

        ListRequest made() {
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
                    parent,
                    restricted,
                    trusted);
        }
    }
}
