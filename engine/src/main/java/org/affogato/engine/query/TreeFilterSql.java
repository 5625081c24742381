package org.affogato.engine.query;

import org.affogato.engine.db.SqlBuilder;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.meta.Meta;
import org.affogato.engine.spi.Context;

/** Writes the operators on trees as a sub-query over {@code lft} and {@code rgt}, so that a list stays one statement. */
final class TreeFilterSql implements FilterSql {
    private final Context context;

    TreeFilterSql(Context context) {
        this.context = context;
    }

    static boolean handles(Operator operator) {
        return switch (operator) {
            case ANCESTORS, DESCENDANTS, NOT_ANCESTORS, NOT_DESCENDANTS, DESCENDANTS_INCLUSIVE -> true;
            default -> false;
        };
    }

    @Override
    public void add(SqlBuilder sql, Filter filter) {
        Meta tree = tree(filter);
        String node = Loose.text(Loose.single(filter.value()));
        switch (filter.operator()) {
            case NOT_ANCESTORS, NOT_DESCENDANTS -> outside(sql, filter, tree, node);
            case DESCENDANTS_INCLUSIVE -> inclusive(sql, filter, tree, node);
            default -> inside(sql, filter, tree, node);
        }
    }

    private Meta tree(Filter filter) {
        String target = filter.field() == null
                ? filter.source().meta().name()
                : filter.field().options();
        if (target == null || !context.hasDoctype(target)) {
            throw new ValidationError("%s leads to no tree".formatted(filter.fieldname()));
        }
        Meta tree = context.meta(target);
        if (!tree.isColumn("lft") || !tree.isColumn("rgt")) {
            throw new ValidationError("%s is no tree".formatted(target));
        }
        return tree;
    }

    private void inside(SqlBuilder sql, Filter filter, Meta tree, String node) {
        column(sql, filter).add(" IN ");
        nodes(sql, filter, tree, node);
    }

    private void inclusive(SqlBuilder sql, Filter filter, Meta tree, String node) {
        sql.add("(");
        inside(sql, filter, tree, node);
        sql.add(" OR ");
        column(sql, filter).add(" = ").bind(node).add(")");
    }

    /** An empty column is outside of any nodes, but where there are none, it is not: so the reference has it. */
    private void outside(SqlBuilder sql, Filter filter, Meta tree, String node) {
        sql.add("(IFNULL(");
        column(sql, filter).add(", '') NOT IN ");
        nodes(sql, filter, tree, node);
        sql.add(" AND (");
        column(sql, filter).add(" <> '' OR EXISTS ");
        nodes(sql, filter, tree, node);
        sql.add("))");
    }

    private static SqlBuilder column(SqlBuilder sql, Filter filter) {
        return sql.column(filter.source().alias(), filter.fieldname());
    }

    private static void nodes(SqlBuilder sql, Filter filter, Meta tree, String node) {
        boolean up = filter.operator() == Operator.ANCESTORS || filter.operator() == Operator.NOT_ANCESTORS;
        sql.add("(SELECT n.`name` FROM ")
                .name(tree.table())
                .add(" AS r JOIN ")
                .name(tree.table())
                .add(" AS n ON ");
        sql.add(up ? "n.`lft` < r.`lft` AND n.`rgt` > r.`rgt`" : "n.`lft` > r.`lft` AND n.`rgt` < r.`rgt`");
        sql.add(" WHERE r.`name` = ").bind(node).add(")");
    }
}
