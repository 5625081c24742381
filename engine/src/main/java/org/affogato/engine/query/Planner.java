package org.affogato.engine.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.affogato.engine.error.EngineException;
import org.affogato.engine.error.PermissionError;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.meta.Meta;
import org.affogato.engine.meta.Right;
import org.affogato.engine.spi.Condition;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.ListRequest;

/** Makes the {@link QueryPlan} of a request, or refuses it before any SQL. */
final class Planner {
    /** An order_by that asks for the DocType's own order; without any there is none. */
    private static final String DEFAULT_ORDER = "KEEP_DEFAULT_ORDERING";

    private final Context context;
    private final ListRequest request;
    private final Meta meta;
    private final boolean restricted;
    private final Sources sources;
    private final ReadableColumns readable;

    Planner(Context context, ListRequest request, Meta meta) {
        this.context = context;
        this.request = request;
        this.meta = meta;
        this.restricted = isRestricted(context, request);
        this.sources = new Sources(context, meta, restricted);
        this.readable = new ReadableColumns(context, request, restricted);
    }

    static boolean isRestricted(Context context, ListRequest request) {
        return request.restricted() && !context.flags().ignorePermissions();
    }

    /** Which rows the caller may see; empty for all. */
    static Optional<Condition> rows(Context context, ListRequest request, Meta meta) {
        if (!isRestricted(context, request)) {
            return Optional.empty();
        }
        if (meta.isChild()) {
            return Optional.of(context.permissions().rowCondition(meta.name(), parent(request), Right.READ));
        }
        Right right = Sources.listRight(context, meta.name());
        context.permissions().check(right, meta.name());
        return context.permissions().listCondition(meta.name(), right);
    }

    private static String parent(ListRequest request) {
        String parent = request.parent();
        if (parent == null || parent.isEmpty()) {
            throw new PermissionError("Rows of %s are listed through their parent".formatted(request.doctype()))
                    .shown(EngineException.Notice.NONE);
        }
        return parent;
    }

    QueryPlan list(Optional<Condition> rows) {
        boolean strict = request.restricted();
        FilterParser filters = new FilterParser(context, sources, strict);
        List<Filter> all = filters.parse(request.filters());
        List<Filter> any = filters.parse(request.orFilters());
        ColumnParser columns = new ColumnParser(sources, readable, context::meta);
        List<Field> fields = new FieldParser(columns, readable, sources, strict).parse(request.fields());
        OrderParser order = new OrderParser(columns, sources, fields);
        List<Expression> groupBy = isGiven(request.groupBy()) ? order.group(request.groupBy()) : List.of();
        List<Sort> orderBy = request.distinct() ? List.of() : orderBy(order, fields, groupBy.isEmpty());
        return new QueryPlan(
                sources, request.distinct(), fields, all, any, rows, groupBy, orderBy, start(), limit());
    }

    QueryPlan count(Optional<Condition> rows) {
        FilterParser filters = new FilterParser(context, sources, false);
        List<Filter> all = filters.parse(request.filters());
        List<Filter> any = filters.parse(request.orFilters());
        boolean distinct = request.distinct() && !sources.onlyMain();
        Expression counted = distinct ? new Expression.Column(sources.main(), "name") : new Expression.Star();
        Field count = new Field(new Expression.Call("count", distinct, List.of(counted)), "count");
        return new QueryPlan(sources, false, List.of(count), all, any, rows, List.of(), List.of(), 0, 0);
    }

    private static boolean isGiven(@org.jspecify.annotations.Nullable String text) {
        return text != null && !text.isEmpty();
    }

    private List<Sort> orderBy(OrderParser order, List<Field> fields, boolean ungrouped) {
        String text = request.orderBy();
        if (!isGiven(text)) {
            return List.of();
        }
        if (!text.equals(DEFAULT_ORDER)) {
            return order.order(text);
        }
        boolean single = fields.size() == 1
                && fields.getFirst().expression() instanceof Expression.Call call
                && Functions.isAggregate(call.function());
        return single && ungrouped ? List.of() : defaultOrder();
    }

    /** The DocType's {@code sort_field} and {@code sort_order}, drafts of submittables first. */
    private List<Sort> defaultOrder() {
        List<Sort> sorts = new ArrayList<>();
        if (meta.isSubmittable()) {
            sorts.add(new Sort(new Expression.Column(sources.main(), "docstatus"), false));
        }
        if (!meta.sortField().contains(",")) {
            sorts.add(sort(meta.sortField(), meta.sortOrder()));
            return sorts;
        }
        for (String part : meta.sortField().split(",")) {
            String[] words = part.strip().split("\\s+");
            sorts.add(sort(words[0], words.length > 1 ? words[1] : "asc"));
        }
        return sorts;
    }

    private Sort sort(String fieldname, String direction) {
        String column = fieldname.replace("`", "").strip();
        String known = sources.main().hasColumn(column) ? column : "modified";
        boolean descending = direction.toLowerCase(Locale.ROOT).startsWith("desc");
        return new Sort(new Expression.Column(sources.main(), known), descending);
    }

    private long start() {
        if (request.start() < 0) {
            throw new ValidationError("A list cannot start at %d".formatted(request.start()));
        }
        return request.start();
    }

    private long limit() {
        if (request.limit() < 0) {
            throw new ValidationError("A list cannot have %d rows".formatted(request.limit()));
        }
        return request.limit();
    }
}
