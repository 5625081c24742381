package org.affogato.engine.query;

import java.util.Set;

/** The closed sets of functions that a list may call. */
final class Functions {
    /** In the fields of a caller's request. */
    static final Set<String> CALLERS = Set.of("count", "sum", "avg");
    /** In the fields of the engine's own and the apps' lists. */
    static final Set<String> OWN = Set.of("count", "sum", "avg", "min", "max");

    private static final Set<String> TWO = Set.of("ifnull");
    private static final Set<String> MANY = Set.of("field", "coalesce");
    /** In order_by and group_by. */
    static final Set<String> ORDER = Set.of(
            "count", "sum", "avg", "min", "max", "field", "ifnull", "coalesce", "length", "char_length", "lower", "upper",
            "abs", "date", "year", "month", "day");

    private Functions() {}

    /** How many arguments a function takes. */
    record Arity(int least, int most) {
        boolean excludes(int count) {
            return count < least || count > most;
        }
    }

    static Arity arity(String function) {
        if (TWO.contains(function)) {
            return new Arity(2, 2);
        }
        return MANY.contains(function) ? new Arity(2, 1000) : new Arity(1, 1);
    }

    /** Without a group_by these make one row of all, which needs no order. */
    static boolean isAggregate(String function) {
        return OWN.contains(function);
    }
}
