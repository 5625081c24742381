package org.affogato.engine.query;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.affogato.engine.db.RowReaders;
import org.affogato.engine.db.SqlBuilder;
import org.affogato.engine.error.DataError;
import org.affogato.engine.meta.Meta;
import org.affogato.engine.query.FilterParser.Manner;
import org.affogato.engine.registry.ControllerRegistry;
import org.affogato.engine.spi.Condition;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.Database;
import org.affogato.engine.spi.ListRequest;
import org.jspecify.annotations.Nullable;

/**
 * Runs list and count calls: parse, plan, one statement. Frappe: {@code frappe.get_list}, {@code frappe.get_all}.
 */
public final class ListQueries {
    private final ControllerRegistry controllers;

    public ListQueries(ControllerRegistry controllers) {
        this.controllers = controllers;
    }

    /** Rows in the order of the fields asked for. */
    public List<Map<String, @Nullable Object>> list(Context context, ListRequest request) {
        Meta meta = context.meta(request.doctype());
        Optional<Condition> rows = Planner.rows(context, request, meta);
        if (meta.isVirtual()) {
            return controllers
                    .of(meta.name())
                    .virtualRows()
                    .map(virtual -> virtual.list(request, context))
                    .orElse(List.of());
        }
        SqlBuilder sql = write(context, plan(context, request, meta, rows));
        return context.database().query(sql.sql(), sql.values(), RowReaders.maps());
    }

    private static QueryPlan plan(Context context, ListRequest request, Meta meta, Optional<Condition> rows) {
        refuseSingle(meta);
        return new Planner(context, request, meta).list(rows);
    }

    private static SqlBuilder write(Context context, QueryPlan plan) {
        return QuerySql.write(plan, new ListFilterSql(context), context::meta);
    }

    /** The statement of a list, to be part of another one. */
    public SqlBuilder select(Context context, ListRequest request) {
        Meta meta = context.meta(request.doctype());
        return write(context, plan(context, request, meta, Planner.rows(context, request, meta)));
    }

    /** Hands the rows on one by one, so that a long list is never held whole. */
    public void stream(Context context, ListRequest request, RowSink sink) {
        Meta meta = context.meta(request.doctype());
        QueryPlan plan = plan(context, request, meta, Planner.rows(context, request, meta));
        sink.columns(plan.fields().stream().map(ListedColumn::of).toList());
        SqlBuilder sql = write(context, plan);
        Database.RowReader<List<@Nullable Object>> reader = RowReaders.lists();
        context.database().stream(sql.sql(), sql.values(), row -> sink.row(reader.read(row)));
    }

    /** The number of rows, empty columns compared as they are. Frappe: {@code frappe.db.count}. */
    public long count(Context context, ListRequest request) {
        return count(context, request, new CountFilterSql(context), Manner.COUNT);
    }

    /**
     * The number of rows that {@link #list} finds without a limit; {@code distinct} counts a document once whatever rows
     * of child tables the filters find. Frappe: {@code reportview.get_count}.
     */
    public long countListed(Context context, ListRequest request) {
        return count(context, request, new ListFilterSql(context), request.trusted() ? Manner.LENIENT : Manner.STRICT);
    }

    private long count(Context context, ListRequest request, FilterSql filters, Manner manner) {
        Meta meta = context.meta(request.doctype());
        Optional<Condition> rows = Planner.rows(context, request, meta);
        if (meta.isVirtual()) {
            return controllers
                    .of(meta.name())
                    .virtualRows()
                    .map(virtual -> virtual.count(request, context))
                    .orElse(0L);
        }
        refuseSingle(meta);
        QueryPlan plan = new Planner(context, request, meta).count(rows, manner);
        SqlBuilder sql = QuerySql.write(plan, filters, context::meta);
        return context.database()
                .query(sql.sql(), sql.values(), row -> row.getLong(1))
                .getFirst();
    }

    private static void refuseSingle(Meta meta) {
        if (meta.isSingle()) {
            throw new DataError("%s is a Single and has no rows".formatted(meta.name()));
        }
    }
}
