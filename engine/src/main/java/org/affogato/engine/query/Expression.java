package org.affogato.engine.query;

import java.util.List;

/** Something that a list selects, groups or orders by. */
sealed interface Expression {
    /** A column that is known to exist. */
    record Column(Source source, String name) implements Expression {}

    /** All columns of nothing: the {@code *} in {@code count(*)}. */
    record Star() implements Expression {}

    /** A call of one of the {@link Functions}. */
    record Call(String function, boolean distinct, List<Expression> arguments) implements Expression {}

    /** How early a text stands in a column; null where it does not. */
    record Relevance(Column column, String text) implements Expression {}

    /** A value of the caller, always bound. */
    record Value(Object value) implements Expression {}

    /** The name that a selected field goes out by. */
    record Label(String name) implements Expression {}

    /** The place of a selected field, from 1. */
    record Position(int place) implements Expression {}
}
