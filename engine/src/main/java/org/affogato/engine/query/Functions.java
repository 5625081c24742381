package org.affogato.engine.query;

import java.util.Optional;
import java.util.Set;

/** The closed sets of functions that a list may call. */
final class Functions {
    /** In the fields of a caller's request. */
    static final Set<String> CALLERS = Set.of("count", "sum", "avg");
    /** In the fields of the engine's own and the apps' lists. */
    static final Set<String> OWN = Set.of("count", "sum", "avg", "min", "max");

    /** What negates a number; no name, so that only the parser can call it. */
    static final String MINUS = "-";

    private static final Set<String> ONE = Set.of(
            "abs",
            "round",
            "floor",
            "ceil",
            "length",
            "char_length",
            "lower",
            "upper",
            "trim",
            "date",
            "year",
            "month",
            "day",
            "dayofweek",
            "weekday",
            "hour",
            "minute");
    private static final Set<String> TWO = Set.of("ifnull", "nullif", "left", "right", "locate");
    private static final Set<String> MANY = Set.of("field", "coalesce", "concat", "greatest", "least");

    private Functions() {}

    /** How many arguments a function takes. */
    record Arity(int least, int most) {
        boolean excludes(int count) {
            return count < least || count > most;
        }
    }

    /** Of a function that order_by and group_by may call; empty for any other. */
    static Optional<Arity> arity(String function) {
        if (ONE.contains(function) || OWN.contains(function)) {
            return Optional.of(new Arity(1, 1));
        }
        if (TWO.contains(function)) {
            return Optional.of(new Arity(2, 2));
        }
        if (function.equals("if")) {
            return Optional.of(new Arity(3, 3));
        }
        return MANY.contains(function) ? Optional.of(new Arity(2, 1000)) : Optional.empty();
    }

    /** Without a group_by these make one row of all, which needs no order. */
    static boolean isAggregate(String function) {
        return OWN.contains(function);
    }
}
