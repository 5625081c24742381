package org.affogato.engine.query;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.affogato.engine.db.SqlBuilder;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.spi.Context;
import org.jspecify.annotations.Nullable;

/**
 * Filters of counts: columns compare as they are, a null value asks for null columns. Frappe: {@code frappe.db.count},
 * which goes through another engine than lists.
 */
final class CountFilterSql implements FilterSql {
    private final DateFilter dates;
    private final TreeFilterSql trees;

    CountFilterSql(Context context) {
        this.dates = new DateFilter(context);
        this.trees = new TreeFilterSql(context);
    }

    @Override
    public void add(SqlBuilder sql, Filter filter) {
        if (TreeFilterSql.handles(filter.operator())) {
            trees.add(sql, filter);
            return;
        }
        sql.column(filter.source().alias(), filter.fieldname());
        if (filter.value() == null) {
            sql.add(" IS NULL");
            return;
        }
        switch (filter.operator()) {
            case IN -> sql.add(" IN ").bindAll(list(filter.value()));
            case NOT_IN -> sql.add(" NOT IN ").bindAll(list(filter.value()));
            case IS -> sql.add(isSet(filter.value()) ? " IS NOT NULL" : " IS NULL");
            case BETWEEN -> between(sql, list(filter.value()));
            case TIMESPAN -> timespan(sql, filter);
            case PREVIOUS, NEXT ->
                throw new ValidationError(
                        "%s does not count".formatted(filter.operator().word()));
            default -> compare(sql, filter);
        }
    }

    private static List<Object> list(@Nullable Object value) {
        List<Object> values = switch (value) {
            case String text -> Arrays.<Object>asList((Object[]) text.split(",", -1));
            case Collection<?> all -> all.stream().map(CountFilterSql::plain).toList();
            case null, default -> throw new ValidationError("in, not in and between need a list of values");
        };
        return values.isEmpty() ? List.of("") : values;
    }

    private static Object plain(@Nullable Object value) {
        Object single = Loose.single(value);
        if (single instanceof Boolean || single instanceof Number) {
            return Loose.number(single);
        }
        return single == null ? "" : single;
    }

    private static boolean isSet(@Nullable Object value) {
        return Loose.text(Loose.single(value)).toLowerCase(Locale.ROOT).equals("set");
    }

    private static void between(SqlBuilder sql, List<Object> ends) {
        if (ends.size() != 2) {
            throw new ValidationError("between needs two values");
        }
        sql.add(" BETWEEN ").bind(ends.get(0)).add(" AND ").bind(ends.get(1));
    }

    private void timespan(SqlBuilder sql, Filter filter) {
        Timespan span = dates.span(filter.operator(), filter.value());
        between(sql, List.of(span.from(), span.to()));
    }

    private static void compare(SqlBuilder sql, Filter filter) {
        sql.add(" ").add(filter.operator().word().toUpperCase(Locale.ROOT)).add(" ");
        sql.bind(plain(filter.value() instanceof List<?> list && list.isEmpty() ? "" : filter.value()));
    }
}
