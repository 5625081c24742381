package org.affogato.engine.query;

import java.util.List;
import java.util.Optional;
import org.affogato.engine.spi.Condition;

/**
 * A list call against the Meta: every name in it is known, nothing of the caller's text is left but values.
 *
 * @param all filters that all have to hold
 * @param any filters of which one has to hold, if there are any
 * @param rows which rows the caller may see
 * @param limit rows at most; 0 for all
 */
record QueryPlan(
        Sources sources,
        boolean distinct,
        List<Field> fields,
        List<Filter> all,
        List<Filter> any,
        Optional<Condition> rows,
        List<Expression> groupBy,
        List<Sort> orderBy,
        long start,
        long limit) {}
