package org.affogato.engine.naming;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.affogato.engine.document.Document;
import org.affogato.engine.error.EngineException;
import org.affogato.engine.error.InvalidNamingSeriesError;
import org.affogato.engine.spi.Context;
import org.jspecify.annotations.Nullable;

/** Builds a name from parts: literal text, date parts, fields and one counter. Frappe: {@code parse_naming_series}. */
public final class NamingPattern {
    private static final Pattern ALLOWED = Pattern.compile("^[\\w\\- /.#{}]+$", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern BRACED = Pattern.compile("\\{[\\w | #]+}", Pattern.UNICODE_CHARACTER_CLASS);

    private final @Nullable Document document;
    private final LocalDateTime now;
    private final Counter counter;

    public NamingPattern(Document document, Context context) {
        this(document, context.now(), (prefix, digits) -> Series.next(prefix, digits, context.database()));
    }

    NamingPattern(@Nullable Document document, LocalDateTime now, Counter counter) {
        this.document = document;
        this.now = now;
        this.counter = counter;
    }

    /** A name by a series such as {@code INV-.YYYY.-.####}; five digits where it has no counter. */
    public String series(String pattern) {
        String whole = pattern.contains("#") ? pattern : pattern + ".#####";
        check(whole);
        return parts(List.of(whole.split("\\.")));
    }

    static void check(String series) {
        if (!series.contains(".")) {
            throw invalid("Invalid naming series %s: dot (.) missing", series);
        }
        if (!ALLOWED.matcher(series).matches()) {
            throw invalid(
                    "Special Characters except '-', '#', '.', '/', '{' and '}' not allowed in naming series %s",
                    series);
        }
    }

    private static EngineException invalid(String message, String series) {
        return new InvalidNamingSeriesError(message.formatted(series));
    }

    /** A name by a format such as {@code LOG-{MM}-{city}-{####}}: each brace is a part for itself. */
    String format(String pattern) {
        return BRACED.matcher(pattern)
                .replaceAll(found -> Matcher.quoteReplacement(parts(List.of(braceless(found.group())))));
    }

    private static String braceless(String part) {
        return part.substring(1, part.length() - 1);
    }

    /** The parts one after the other; only the first counter counts, for the text before it. */
    String parts(List<String> parts) {
        StringBuilder name = new StringBuilder();
        boolean counted = false;
        for (String part : parts) {
            if (!part.startsWith("#")) {
                name.append(value(part));
            } else if (!counted) {
                name.append(counter.next(name.toString(), part.length()));
                counted = true;
            }
        }
        return name.toString();
    }

    private String value(String part) {
        return switch (part) {
            case "" -> "";
            case "YY" -> now.format(DateTimeFormatter.ofPattern("yy"));
            case "MM" -> now.format(DateTimeFormatter.ofPattern("MM"));
            case "DD" -> now.format(DateTimeFormatter.ofPattern("dd"));
            case "YYYY" -> now.format(DateTimeFormatter.ofPattern("yyyy"));
            case "JJJ" -> now.format(DateTimeFormatter.ofPattern("DDD"));
            case "WW" -> week(now.toLocalDate());
            case "timestamp" -> now.format(DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS"));
            default -> fieldOrText(part);
        };
    }

    /** The ISO week, made to rise through the calendar year: 00 before the first, 53 after the last. */
    private static String week(LocalDate day) {
        int week = day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
        if (day.getMonthValue() == 1 && week >= 52) {
            return "00";
        }
        return day.getMonthValue() == 12 && week <= 1 ? "53" : "%02d".formatted(week);
    }

    private String fieldOrText(String part) {
        if (document == null) {
            return part;
        }
        if (part.startsWith("{")) {
            return text(document.given(part.replace("{", "").replace("}", "")));
        }
        if (part.equals("doctype")) {
            return document.doctype();
        }
        return document.meta().columns().contains(part) ? text(document.given(part)) : part;
    }

    /** A value inside a name; fractions have no place there. */
    static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Boolean flag -> flag ? "True" : "False";
            case Long number -> number.toString();
            case Number fraction -> "";
            case LocalDateTime at ->
                at.format(DateTimeFormatter.ofPattern(
                        at.getNano() == 0 ? "yyyy-MM-dd HH:mm:ss" : "yyyy-MM-dd HH:mm:ss.SSSSSS"));
            case Duration time -> "%d:%02d:%02d".formatted(time.toHours(), time.toMinutesPart(), time.toSecondsPart());
            default -> value.toString();
        };
    }

    /** Gives the next number of a prefix, with as many digits. */
    interface Counter {
        String next(String prefix, int digits);
    }
}
