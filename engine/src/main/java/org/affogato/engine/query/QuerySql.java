package org.affogato.engine.query;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.affogato.engine.db.ConditionSql;
import org.affogato.engine.db.SqlBuilder;
import org.affogato.engine.meta.Meta;
import org.affogato.engine.spi.Condition;

/** Writes a {@link QueryPlan} as one statement. The text depends on operators and numbers of values only. */
final class QuerySql {
    private final SqlBuilder sql = new SqlBuilder();
    private final QueryPlan plan;
    private final FilterSql filters;
    private final ConditionSql conditions;

    private QuerySql(QueryPlan plan, FilterSql filters, Function<String, Meta> metas) {
        this.plan = plan;
        this.filters = filters;
        this.conditions = new ConditionSql(sql, metas);
    }

    static SqlBuilder write(QueryPlan plan, FilterSql filters, Function<String, Meta> metas) {
        QuerySql writer = new QuerySql(plan, filters, metas);
        writer.select();
        writer.from();
        writer.where();
        writer.groupBy();
        writer.orderBy();
        writer.limit();
        return writer.sql;
    }

    private void select() {
        sql.add(plan.distinct() ? "SELECT DISTINCT " : "SELECT ");
        String comma = "";
        for (Field field : plan.fields()) {
            sql.add(comma);
            add(field.expression());
            if (!(field.expression() instanceof Expression.Column column
                    && column.name().equals(field.label()))) {
                sql.add(" AS ").name(field.label());
            }
            comma = ", ";
        }
    }

    private void add(Expression expression) {
        switch (expression) {
            case Expression.Column column -> sql.column(column.source().alias(), column.name());
            case Expression.Star star -> sql.add("*");
            case Expression.Call call -> call(call);
            case Expression.Relevance relevance -> {
                sql.add("(1 / NULLIF(LOCATE(").bind(relevance.text()).add(", ");
                add(relevance.column());
                sql.add("), 0))");
            }
            case Expression.Value value -> sql.bind(value.value());
            case Expression.Label label -> sql.name(label.name());
            case Expression.Position position -> sql.add(Integer.toString(position.place()));
        }
    }

    private void call(Expression.Call call) {
        sql.add(call.function()).add(call.distinct() ? "(DISTINCT " : "(");
        addAll(call.arguments());
        sql.add(")");
    }

    private void addAll(List<Expression> expressions) {
        for (int i = 0; i < expressions.size(); i++) {
            sql.add(i == 0 ? "" : ", ");
            add(expressions.get(i));
        }
    }

    private void from() {
        Source main = plan.sources().main();
        sql.add(" FROM ").name(main.meta().table());
        for (Source source : plan.sources().joined()) {
            sql.add(" LEFT JOIN ").name(source.meta().table());
            if (source.linkField().isPresent()) {
                link(main, source, source.linkField().get());
            } else {
                sql.add(" ON ").column(source.alias(), "parent").add(" = ").column(main.alias(), "name");
                sql.add(" AND ")
                        .column(source.alias(), "parenttype")
                        .add(" = ")
                        .bind(main.meta().name());
            }
        }
    }

    private void link(Source main, Source source, String linkField) {
        sql.add(" AS ").name(source.alias()).add(" ON ").column(source.alias(), "name");
        sql.add(" = ").column(main.alias(), linkField);
        source.rows().ifPresent(rows -> {
            sql.add(" AND ");
            conditions.add(rows, source.meta(), source.alias());
        });
    }

    private void where() {
        String word = " WHERE ";
        for (Filter filter : plan.all()) {
            sql.add(word);
            filters.add(sql, filter);
            word = " AND ";
        }
        if (!plan.any().isEmpty()) {
            sql.add(word);
            any();
            word = " AND ";
        }
        Optional<Condition> rows = plan.rows();
        if (rows.isPresent()) {
            sql.add(word);
            conditions.add(
                    rows.get(),
                    plan.sources().main().meta(),
                    plan.sources().main().alias());
        }
    }

    private void any() {
        String word = "(";
        for (Filter filter : plan.any()) {
            sql.add(word);
            filters.add(sql, filter);
            word = " OR ";
        }
        sql.add(")");
    }

    private void groupBy() {
        if (!plan.groupBy().isEmpty()) {
            sql.add(" GROUP BY ");
            addAll(plan.groupBy());
        }
    }

    private void orderBy() {
        String word = " ORDER BY ";
        for (Sort sort : plan.orderBy()) {
            sql.add(word);
            add(sort.expression());
            sql.add(sort.descending() ? " DESC" : " ASC");
            word = ", ";
        }
    }

    private void limit() {
        if (plan.limit() > 0) {
            sql.add(" LIMIT ").bind(plan.limit()).add(" OFFSET ").bind(plan.start());
        }
    }
}
