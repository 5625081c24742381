package org.affogato.engine.fieldtype;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.affogato.engine.error.ValidationError;
import org.jspecify.annotations.Nullable;

/** Reads a moment from the forms in which clients write dates and times. Frappe: {@code get_datetime}. */
public final class Moments {
    private static final Pattern DATE = Pattern.compile("(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})");
    private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4})");
    private static final Pattern TIME =
            Pattern.compile("(\\d{1,2}):(\\d{1,2})(?::(\\d{1,2})(?:\\.(\\d{1,9}))?)?(?:Z|[+-]00:?00)?");

    private Moments() {}

    /**
     * @throws ValidationError where the value is none
     */
    public static LocalDateTime moment(@Nullable Object value) {
        return switch (value) {
            case LocalDateTime moment -> moment;
            case LocalDate day -> day.atStartOfDay();
            case String text -> parse(text.strip());
            case null, default -> throw invalid(value);
        };
    }

    private static LocalDateTime parse(String text) {
        int end = text.indexOf('T') > 0 ? text.indexOf('T') : text.indexOf(' ');
        String first = end < 0 ? text : text.substring(0, end);
        String rest = end < 0 ? "" : text.substring(end + 1).strip();
        try {
            if (rest.isEmpty() && TIME.matcher(first).matches()) {
                return LocalDate.EPOCH.atTime(time(first));
            }
            return date(first).atTime(rest.isEmpty() ? LocalTime.MIDNIGHT : time(rest));
        } catch (DateTimeException error) {
            throw invalid(text);
        }
    }

    private static LocalDate date(String text) {
        Matcher iso = DATE.matcher(text);
        if (iso.matches()) {
            return LocalDate.of(number(iso.group(1)), number(iso.group(2)), number(iso.group(3)));
        }
        Matcher american = DAY_FIRST.matcher(text);
        if (american.matches()) {
            return monthFirst(number(american.group(1)), number(american.group(2)), number(american.group(3)));
        }
        if (text.matches("\\d{8}")) {
            return LocalDate.of(number(text.substring(0, 4)), number(text.substring(4, 6)), number(text.substring(6)));
        }
        throw new DateTimeException(text);
    }

    /** Month first, as the reference reads it, unless that is no month. */
    private static LocalDate monthFirst(int first, int second, int year) {
        return first > 12 ? LocalDate.of(year, second, first) : LocalDate.of(year, first, second);
    }

    private static LocalTime time(String text) {
        Matcher time = TIME.matcher(text);
        if (!time.matches()) {
            throw new DateTimeException(text);
        }
        String fraction = time.group(4) == null ? "0" : time.group(4);
        int nanos = number((fraction + "00000000").substring(0, 9)) / 1000 * 1000;
        int second = time.group(3) == null ? 0 : number(time.group(3));
        return LocalTime.of(number(time.group(1)), number(time.group(2)), second, nanos);
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    private static ValidationError invalid(@Nullable Object value) {
        return new ValidationError("%s is not a valid date".formatted(value));
    }
}
