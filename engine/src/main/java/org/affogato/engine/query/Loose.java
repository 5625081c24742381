package org.affogato.engine.query;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.affogato.engine.error.ValidationError;
import org.jspecify.annotations.Nullable;

/** Reads a filter's value the way the reference does, which does not ask for its type. */
final class Loose {
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,3})?");
    private static final Pattern NO_NUMBER = Pattern.compile("(?i)[+-]?(nan|inf|infinity)");

    private Loose() {}

    /** Null, empty, zero and false count as not given. */
    static boolean isEmpty(@Nullable Object value) {
        return switch (value) {
            case null -> true;
            case Boolean flag -> !flag;
            case Number number -> number.doubleValue() == 0;
            case Collection<?> values -> values.isEmpty();
            case Map<?, ?> map -> map.isEmpty();
            default -> value.toString().isEmpty();
        };
    }

    /** Text of a single value; flags read as the reference writes them. */
    static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Boolean flag -> flag ? "True" : "False";
            case BigDecimal number -> number.toPlainString();
            default -> value.toString();
        };
    }

    /** A number, 0 for what is none: Long where it is whole, so that indexes on integers serve. */
    static Number number(@Nullable Object value) {
        return switch (value) {
            case null -> 0L;
            case Boolean flag -> flag ? 1L : 0L;
            case Number number -> narrow(new BigDecimal(number.toString()));
            case String text -> parse(text.replace(",", "").strip()).orElse(0L);
            default -> 0L;
        };
    }

    private static Optional<Number> parse(String text) {
        if (NO_NUMBER.matcher(text).matches()) {
            throw new ValidationError("%s is not a number".formatted(text));
        }
        return NUMBER.matcher(text).matches() ? Optional.of(narrow(new BigDecimal(text))) : Optional.empty();
    }

    private static Number narrow(BigDecimal number) {
        if (number.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
            return number.doubleValue();
        }
        BigDecimal plain = number.stripTrailingZeros();
        return plain.scale() <= 0 ? (Number) plain.longValueExact() : plain;
    }

    /** Refuses lists and maps where one value is needed. */
    static @Nullable Object single(@Nullable Object value) {
        if (value instanceof Collection<?> || value instanceof Map<?, ?>) {
            throw new ValidationError("A filter's value must be a single value here");
        }
        return value;
    }
}
