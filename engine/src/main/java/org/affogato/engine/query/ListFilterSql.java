package org.affogato.engine.query;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.affogato.engine.db.SqlBuilder;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.spi.Context;
import org.jspecify.annotations.Nullable;

/**
 * Filters of lists: an empty column counts as the empty value of its type, so that {@code !=} and {@code not in} find
 * it too. Frappe: {@code DatabaseQuery.prepare_filter_condition}.
 */
final class ListFilterSql implements FilterSql {
    private static final Set<String> NUMBERS = Set.of("Check", "Float", "Int", "Currency", "Percent");
    private static final String EMPTY_TEXT = "''";
    private static final String EMPTY_NUMBER = "0";
    private static final String EMPTY_TIME = "'00:00:00'";
    private static final String EMPTY_DATE = "'" + DateFilter.NO_DATE + "'";
    private static final String EMPTY_MOMENT = "'" + DateFilter.NO_MOMENT + "'";

    private final DateFilter dates;
    private final TreeFilterSql trees;

    ListFilterSql(Context context) {
        this.dates = new DateFilter(context);
        this.trees = new TreeFilterSql(context);
    }

    @Override
    public void add(SqlBuilder sql, Filter filter) {
        switch (filter.operator()) {
            case IN, NOT_IN -> in(sql, filter);
            case IS -> is(sql, filter);
            case BETWEEN, TIMESPAN, PREVIOUS, NEXT -> between(sql, filter);
            case ANCESTORS, DESCENDANTS, NOT_ANCESTORS, NOT_DESCENDANTS, DESCENDANTS_INCLUSIVE ->
                trees.add(sql, filter);
            default -> compare(sql, filter);
        }
    }

    private static void in(SqlBuilder sql, Filter filter) {
        List<String> values = texts(filter.value());
        boolean wrapped = isNullable(filter)
                && !filter.isNotNullable()
                && (filter.operator() == Operator.NOT_IN || hasEmpty(filter.value()));
        column(sql, filter, wrapped ? EMPTY_TEXT : null);
        sql.add(filter.operator() == Operator.IN ? " IN " : " NOT IN ").bindAll(values);
    }

    private static boolean hasEmpty(@Nullable Object value) {
        return Loose.isEmpty(value)
                || value instanceof Collection<?> values
                        && values.stream().anyMatch(entry -> entry == null || entry.equals(""));
    }

    /** The values of {@code in} as text; a text is split at commas. */
    static List<String> texts(@Nullable Object value) {
        if (Loose.isEmpty(value)) {
            return List.of("");
        }
        return switch (value) {
            case String text ->
                Arrays.stream(text.split(",", -1)).map(String::strip).toList();
            case Collection<?> values ->
                values.stream()
                        .map(entry -> Loose.text(Loose.single(entry)).strip())
                        .toList();
            case null, default -> throw new ValidationError("in and not in need a list of values");
        };
    }

    private static void is(SqlBuilder sql, Filter filter) {
        if ("set".equals(filter.value())) {
            column(sql, filter, null).add(" != ").bind("");
            return;
        }
        if (!"not set".equals(filter.value())) {
            throw new ValidationError("The value of is must be set or not set");
        }
        column(sql, filter, filter.isNotNullable() ? null : EMPTY_TEXT)
                .add(" = ")
                .bind("");
    }

    /** Empty columns are in no range, so the column stays bare and its index serves. */
    private void between(SqlBuilder sql, Filter filter) {
        Object value = filter.value();
        if (filter.operator() != Operator.BETWEEN) {
            Timespan span = dates.span(filter.operator(), value);
            value = List.of(span.from(), span.to());
        }
        List<String> ends = switch (filter.fieldtype()) {
            case "Date" -> dates.days(value);
            case "Datetime" -> dates.moments(value);
            default -> standardRange(filter, value);
        };
        column(sql, filter, null)
                .add(" BETWEEN ")
                .bind(ends.get(0))
                .add(" AND ")
                .bind(ends.get(1));
    }

    private List<String> standardRange(Filter filter, @Nullable Object value) {
        if (!isMoment(filter.fieldname())) {
            throw new ValidationError(
                    "%s on %s needs a date field".formatted(filter.operator().word(), filter.fieldname()));
        }
        return dates.moments(value);
    }

    private static boolean isMoment(String fieldname) {
        return fieldname.equals("creation") || fieldname.equals("modified");
    }

    private void compare(SqlBuilder sql, Filter filter) {
        Operand operand = operand(filter);
        boolean exact = filter.operator() == Operator.EQUAL || filter.operator() == Operator.LIKE;
        boolean wrapped = isNullable(filter)
                && !isNumber(filter)
                && !filter.isNotNullable()
                && !(exact && !Loose.isEmpty(filter.value()))
                && !(filter.operator() == Operator.GREATER && !operand.empty().equals(EMPTY_NUMBER));
        column(sql, filter, wrapped ? operand.empty() : null);
        sql.add(" ")
                .add(filter.operator().word().toUpperCase(Locale.ROOT))
                .add(" ")
                .bind(operand.value());
    }

    /** What the column is compared with, and the SQL of what an empty column counts as. */
    private record Operand(Object value, String empty) {}

    private Operand operand(Filter filter) {
        Object value = filter.value();
        boolean ordered = filter.operator().word().contains("<")
                || filter.operator() == Operator.GREATER
                || filter.operator() == Operator.GREATER_OR_EQUAL;
        if (ordered && isMoment(filter.fieldname())) {
            return new Operand(moment(Loose.single(value)), EMPTY_MOMENT);
        }
        return switch (filter.fieldtype()) {
            case "Date" -> new Operand(dates.date(value), EMPTY_DATE);
            case "Datetime" -> new Operand(dates.moment(value), EMPTY_MOMENT);
            case "Time" -> new Operand(dates.time(value), EMPTY_TIME);
            default -> plain(filter, value);
        };
    }

    private String moment(@Nullable Object value) {
        return value instanceof LocalDateTime || value instanceof LocalDate ? dates.moment(value) : Loose.text(value);
    }

    private Operand plain(Filter filter, @Nullable Object value) {
        boolean like = filter.operator() == Operator.LIKE || filter.operator() == Operator.NOT_LIKE;
        if (value instanceof LocalDateTime || value instanceof LocalDate) {
            return new Operand(moment(value), EMPTY_MOMENT);
        }
        if (like) {
            return new Operand(Loose.text(Loose.single(value)).replace("\\", "\\\\"), EMPTY_TEXT);
        }
        if (value instanceof String text && !isNumber(filter)) {
            return new Operand(text, EMPTY_TEXT);
        }
        boolean text = filter.fieldtype().equals("Link") || filter.fieldtype().equals("Data");
        if (filter.operator() == Operator.EQUAL && text || filter.fieldname().equals("name")) {
            return new Operand(nameOrNumber(Loose.single(value)), EMPTY_TEXT);
        }
        return new Operand(Loose.number(value), EMPTY_NUMBER);
    }

    /** An empty value compares with a text of two quotes, which no column holds: so the reference has it. */
    private static Object nameOrNumber(@Nullable Object value) {
        return Loose.isEmpty(value) ? "''" : value instanceof String text ? text : Loose.number(value);
    }

    private static boolean isNumber(Filter filter) {
        return NUMBERS.contains(filter.fieldtype());
    }

    /** Whether the column may be null; {@code docstatus} and {@code idx} never are, and count as numbers. */
    private static boolean isNullable(Filter filter) {
        return !filter.fieldname().equals("name") && !filter.fieldname().equals("modified");
    }

    private static SqlBuilder column(SqlBuilder sql, Filter filter, @Nullable String empty) {
        if (empty == null) {
            return sql.column(filter.source().alias(), filter.fieldname());
        }
        sql.add("IFNULL(").column(filter.source().alias(), filter.fieldname());
        return sql.add(", ").add(empty).add(")");
    }
}
