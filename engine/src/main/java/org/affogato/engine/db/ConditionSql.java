package org.affogato.engine.db;

import java.util.List;
import java.util.function.Function;
import org.affogato.engine.error.DataError;
import org.affogato.engine.meta.DocField;
import org.affogato.engine.meta.Meta;
import org.affogato.engine.spi.Condition;
import org.affogato.engine.spi.Context;

/**
 * Compiles a {@link Condition} to SQL with bound values, for the rows of one table or alias. The result is never
 * decided by NULL: what the evaluation in memory calls false is false here, under a negation too.
 */
public final class ConditionSql {
    private final SqlBuilder sql;
    private final Function<String, Meta> metas;
    private int depth;

    /** Writes to the given statement. */
    public ConditionSql(SqlBuilder sql, Function<String, Meta> metas) {
        this.sql = sql;
        this.metas = metas;
    }

    /** Adds the condition, in parentheses where it needs them. */
    public void add(Condition condition, Meta meta, String alias) {
        switch (condition) {
            case Condition.And and -> join(and.parts(), " AND ", "1 = 1", meta, alias);
            case Condition.Or or -> join(or.parts(), " OR ", "1 = 0", meta, alias);
            case Condition.Not not -> negate(not.part(), meta, alias);
            case Condition.Equal equal -> equal(equal, meta, alias);
            case Condition.In in -> in(in, meta, alias);
            case Condition.Empty empty -> empty(empty.fieldname(), meta, alias);
            case Condition.AnyRow row -> anyRow(row, meta, alias);
            case Condition.Shared shared -> shared(shared, meta, alias);
            case Condition.Named named -> named(named, alias);
        }
    }

    private void join(List<Condition> parts, String word, String none, Meta meta, String alias) {
        if (parts.isEmpty()) {
            sql.add(none);
            return;
        }
        sql.add("(");
        for (int i = 0; i < parts.size(); i++) {
            sql.add(i == 0 ? "" : word);
            add(parts.get(i), meta, alias);
        }
        sql.add(")");
    }

    private void negate(Condition part, Meta meta, String alias) {
        sql.add("NOT IFNULL((");
        add(part, meta, alias);
        sql.add("), 0)");
    }

    private void equal(Condition.Equal equal, Meta meta, String alias) {
        if (equal.value() == null) {
            empty(equal.fieldname(), meta, alias);
            return;
        }
        column(equal.fieldname(), meta, alias).add(" = ").bind(equal.value());
    }

    private void in(Condition.In in, Meta meta, String alias) {
        if (in.values().isEmpty()) {
            sql.add("1 = 0");
            return;
        }
        column(in.fieldname(), meta, alias).add(" IN ").bindAll(in.values());
    }

    private void empty(String fieldname, Meta meta, String alias) {
        String type = columnType(meta, fieldname);
        if (type.startsWith("date") || type.startsWith("time")) {
            column(fieldname, meta, alias).add(" IS NULL");
            return;
        }
        boolean text = type.contains("char") || type.contains("text") || type.equals("json");
        sql.add("IFNULL(");
        column(fieldname, meta, alias).add(text ? ", '') = ''" : ", 0) = 0");
    }

    private static String columnType(Meta meta, String fieldname) {
        DocField field = meta.field(fieldname);
        if (field != null) {
            return field.type().column(field).map(column -> column.type()).orElse("varchar");
        }
        return switch (fieldname) {
            case "creation", "modified" -> "datetime";
            case "docstatus", "idx" -> "int";
            default -> "varchar";
        };
    }

    private void anyRow(Condition.AnyRow row, Meta meta, String alias) {
        DocField table = meta.field(row.tableField());
        if (table == null || !table.type().isTable() || table.options() == null) {
            throw new DataError("%s has no table %s".formatted(meta.name(), row.tableField()));
        }
        Meta child = metas.apply(table.options());
        String rows = "c" + ++depth;
        sql.add("EXISTS (SELECT 1 FROM ")
                .name(child.table())
                .add(" AS ")
                .name(rows)
                .add(" WHERE ");
        sql.column(rows, "parent").add(" = ").column(alias, "name");
        sql.add(" AND ").column(rows, "parenttype").add(" = ").bind(meta.name());
        sql.add(" AND ")
                .column(rows, "parentfield")
                .add(" = ")
                .bind(table.fieldname())
                .add(" AND ");
        add(row.part(), child, rows);
        sql.add(")");
    }

    private void shared(Condition.Shared shared, Meta meta, String alias) {
        String share = "c" + ++depth;
        sql.add("EXISTS (SELECT 1 FROM `tabDocShare` AS ").name(share).add(" WHERE ");
        sql.column(share, "share_doctype").add(" = ").bind(meta.name());
        sql.add(" AND ").column(share, "share_name").add(" = ").column(alias, "name");
        sql.add(" AND ").column(share, shared.right().fieldname()).add(" = 1 AND (");
        sql.column(share, "user").add(" = ").bind(shared.user());
        if (!shared.user().equals(Context.GUEST)) {
            sql.add(" OR ").column(share, "everyone").add(" = 1");
        }
        sql.add("))");
    }

    private void named(Condition.Named named, String alias) {
        sql.add("(").column(alias, named.typeColumn()).add(" = ").bind(named.doctype());
        if (!named.part().equals(Condition.ALL)) {
            Meta target = metas.apply(named.doctype());
            String document = "c" + ++depth;
            sql.add(" AND EXISTS (SELECT 1 FROM ")
                    .name(target.table())
                    .add(" AS ")
                    .name(document);
            sql.add(" WHERE ")
                    .column(document, "name")
                    .add(" = ")
                    .column(alias, named.nameColumn())
                    .add(" AND ");
            add(named.part(), target, document);
            sql.add(")");
        }
        sql.add(")");
    }

    private SqlBuilder column(String fieldname, Meta meta, String alias) {
        if (!meta.isColumn(fieldname)) {
            throw new DataError("%s has no column %s".formatted(meta.name(), fieldname));
        }
        return sql.column(alias, fieldname);
    }
}
