package org.affogato.engine.query;

import java.util.List;
import java.util.Optional;
import org.affogato.engine.error.EngineException;
import org.affogato.engine.error.PermissionError;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.meta.Meta;
import org.affogato.engine.meta.Right;
import org.affogato.engine.query.FilterParser.Manner;
import org.affogato.engine.spi.Condition;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.ListRequest;
import org.jspecify.annotations.Nullable;

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
            String parent = parent(context, request);
            return Optional.of(context.permissions().rowCondition(meta.name(), parent, Right.READ));
        }
        Right right = Sources.listRight(context, meta.name());
        context.permissions().check(right, meta.name());
        return context.permissions().listCondition(meta.name(), right);
    }

    /** Even an administrator has to name the parent that rows are listed through. */
    private static String parent(Context context, ListRequest request) {
        String parent = request.parent();
        boolean known = parent != null && context.hasDoctype(parent);
        if (!known || !hasTable(context.meta(parent), request.doctype())) {
            throw new PermissionError("Rows of %s are listed through their parent".formatted(request.doctype()))
                    .shown(EngineException.Notice.NONE);
        }
        return parent;
    }

    private static boolean hasTable(Meta parent, String child) {
        return parent.tableFields().stream().anyMatch(table -> child.equals(table.options()));
    }

    QueryPlan list(Optional<Condition> rows) {
        boolean strict = !request.trusted();
        FilterParser filters = new FilterParser(context, sources, readable, strict ? Manner.STRICT : Manner.LENIENT);
        List<Filter> all = filters.parse(request.filters());
        List<Filter> any = filters.parse(request.orFilters());
        ColumnParser columns = new ColumnParser(sources, readable, context::meta);
        List<Field> fields = new FieldParser(columns, readable, sources, strict).parse(request.fields());
        OrderParser order = new OrderParser(columns, sources, fields);
        List<Expression> groupBy = isGiven(request.groupBy()) ? order.group(request.groupBy()) : List.of();
        List<Sort> orderBy = request.distinct() ? List.of() : orderBy(order, fields, groupBy.isEmpty());
        return new QueryPlan(sources, request.distinct(), fields, all, any, rows, groupBy, orderBy, start(), limit());
    }

    QueryPlan count(Optional<Condition> rows, Manner manner) {
        FilterParser filters = new FilterParser(context, sources, readable, manner);
        List<Filter> all = filters.parse(request.filters());
        List<Filter> any = filters.parse(request.orFilters());
        boolean distinct = request.distinct() && !sources.onlyMain();
        Expression counted = distinct ? new Expression.Column(sources.main(), "name") : new Expression.Star();
        Field count = new Field(new Expression.Call("count", distinct, List.of(counted)), "count");
        return new QueryPlan(sources, false, List.of(count), all, any, rows, List.of(), List.of(), 0, 0);
    }

    private static boolean isGiven(@Nullable String text) {
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
        return single && ungrouped ? List.of() : DefaultOrder.of(sources.main());
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
