package org.affogato.engine.query;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The operators of filters by their words on the wire. */
enum Operator {
    EQUAL("="),
    NOT_EQUAL("!="),
    GREATER(">"),
    LESS("<"),
    GREATER_OR_EQUAL(">="),
    LESS_OR_EQUAL("<="),
    LIKE("like"),
    NOT_LIKE("not like"),
    IN("in"),
    NOT_IN("not in"),
    IS("is"),
    BETWEEN("between"),
    TIMESPAN("timespan"),
    PREVIOUS("previous"),
    NEXT("next"),
    ANCESTORS("ancestors of"),
    DESCENDANTS("descendants of"),
    NOT_ANCESTORS("not ancestors of"),
    NOT_DESCENDANTS("not descendants of"),
    DESCENDANTS_INCLUSIVE("descendants of (inclusive)");

    private static final Map<String, Operator> BY_WORD = new LinkedHashMap<>();

    static {
        for (Operator operator : values()) {
            BY_WORD.put(operator.word, operator);
        }
    }

    private final String word;

    Operator(String word) {
        this.word = word;
    }

    /** The word on the wire; SQL writes comparisons the same way. */
    String word() {
        return word;
    }

    static Optional<Operator> of(String word) {
        return Optional.ofNullable(BY_WORD.get(word.toLowerCase(Locale.ROOT)));
    }

    static String words() {
        return String.join(", ", BY_WORD.keySet());
    }
}
