package org.affogato.engine.fieldtype;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Numbers as the reference reads and prints them: a text that is none counts as 0, digits may be grouped by underscores,
 * and a double prints in its shortest form. Frappe: {@code cint} and {@code flt} in {@code utils/data.py}.
 */
public final class Numbers {
    private static final String DIGITS = "\\d+(?:_\\d+)*";
    private static final Pattern NUMBER = Pattern.compile(
            "[+-]?(?:" + DIGITS + "\\.?(?:" + DIGITS + ")?|\\." + DIGITS + ")(?:[eE][+-]?" + DIGITS + ")?");
    private static final Pattern SPECIAL = Pattern.compile("([+-]?)(inf|infinity|nan)", Pattern.CASE_INSENSITIVE);

    private Numbers() {}

    /** The whole part of a number; 0 for what is none. Values beyond 64 bits end at the nearest 64-bit one. */
    public static long cint(@Nullable Object value) {
        return switch (value) {
            case Long whole -> whole;
            case Integer whole -> whole;
            case BigInteger whole -> clamp(whole);
            case null -> 0;
            default -> (long) finite(parse(value));
        };
    }

    private static long clamp(BigInteger whole) {
        if (whole.bitLength() < Long.SIZE) {
            return whole.longValue();
        }
        return whole.signum() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
    }

    private static double finite(double number) {
        return Double.isInfinite(number) || Double.isNaN(number) ? 0 : number;
    }

    /** Whether the text is a number as SQL writes one, and nearer to 0 than the limit. */
    static boolean isWithin(String text, long limit) {
        try {
            return new BigDecimal(text.strip()).abs().compareTo(BigDecimal.valueOf(limit)) < 0;
        } catch (NumberFormatException none) {
            return false;
        }
    }

    /** The number as a double; 0.0 for what is none. Commas in a text are left out of account. */
    public static double flt(@Nullable Object value) {
        if (value instanceof String text) {
            return parse(text.replace(",", ""));
        }
        return parse(value);
    }

    private static double parse(@Nullable Object value) {
        return switch (value) {
            case Number number -> number.doubleValue();
            case Boolean flag -> flag ? 1 : 0;
            case String text -> parseText(latin(Texts.stripped(text)));
            case null, default -> 0;
        };
    }

    /** Digits of any script count. */
    private static String latin(String text) {
        if (text.chars().allMatch(letter -> letter < 128)) {
            return text;
        }
        StringBuilder latin = new StringBuilder(text.length());
        text.codePoints()
                .map(letter -> Character.isDigit(letter) ? '0' + Character.digit(letter, 10) : letter)
                .forEach(latin::appendCodePoint);
        return latin.toString();
    }

    private static double parseText(String text) {
        if (NUMBER.matcher(text).matches()) {
            return Double.parseDouble(text.replace("_", ""));
        }
        var special = SPECIAL.matcher(text);
        if (!special.matches()) {
            return 0;
        }
        if (special.group(2).equalsIgnoreCase("nan")) {
            return Double.NaN;
        }
        return special.group(1).equals("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }

    /** The shortest text that reads back as the same double: {@code 0.1}, {@code 1000.0}, {@code 5e-09}, {@code 1e+16}. */
    public static String text(double number) {
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            return Double.isNaN(number) ? "NaN" : number > 0 ? "Infinity" : "-Infinity";
        }
        String usual = Double.toString(number);
        if (usual.indexOf('E') < 0) {
            return usual;
        }
        BigDecimal shortest = new BigDecimal(usual).stripTrailingZeros();
        int exponent = shortest.precision() - shortest.scale() - 1;
        String sign = number < 0 ? "-" : "";
        return sign + (exponent < -4 || exponent >= 16 ? scientific(shortest.abs(), exponent) : plain(shortest.abs()));
    }

    private static String plain(BigDecimal number) {
        String digits = number.toPlainString();
        return digits.contains(".") ? digits : digits + ".0";
    }

    private static String scientific(BigDecimal number, int exponent) {
        String digits = number.unscaledValue().toString();
        String mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
        return String.format(Locale.ROOT, "%se%s%02d", mantissa, exponent < 0 ? "-" : "+", Math.abs(exponent));
    }
}
