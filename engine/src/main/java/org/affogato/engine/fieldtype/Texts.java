package org.affogato.engine.fieldtype;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** A document's value as text: the form that answers, messages and text columns show. */
public final class Texts {
    private static final long MICROS_A_SECOND = 1_000_000;
    private static final int SECONDS_A_MINUTE = 60;

    private Texts() {}

    /** Any value; empty for null. */
    public static String of(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case LocalDateTime moment -> of(moment);
            case LocalDate date -> date.toString();
            case Duration time -> of(time);
            case Double number -> Numbers.text(number);
            case BigDecimal number -> number.toPlainString();
            case Boolean flag -> flag ? "True" : "False";
            default -> value.toString();
        };
    }

    /** {@code 2026-03-01 10:11:12}, with six digits of a second where it has a fraction. */
    public static String of(LocalDateTime moment) {
        StringBuilder text = new StringBuilder(26).append(moment.toLocalDate()).append(' ');
        digits(text, moment.getHour(), 2).append(':');
        digits(text, moment.getMinute(), 2).append(':');
        digits(text, moment.getSecond(), 2);
        int micros = moment.getNano() / 1000;
        return micros == 0
                ? text.toString()
                : digits(text.append('.'), micros, 6).toString();
    }

    /** Two digits or six. */
    private static StringBuilder digits(StringBuilder text, int number, int width) {
        for (int bound = width == 2 ? 10 : 100_000; number < bound && bound > 1; bound /= 10) {
            text.append('0');
        }
        return text.append(number);
    }

    /** {@code 9:05:07}: hours without a leading zero and without a limit; a fraction as short as it can be. */
    public static String of(Duration time) {
        long micros = Math.floorDiv(time.toNanos(), 1000L);
        long seconds = Math.floorDiv(micros, MICROS_A_SECOND);
        long fraction = Math.floorMod(micros, MICROS_A_SECOND);
        long minutes = Math.floorDiv(seconds, SECONDS_A_MINUTE);
        StringBuilder text = new StringBuilder(12)
                .append(Math.floorDiv(minutes, SECONDS_A_MINUTE))
                .append(':');
        return digits(text, Math.floorMod(minutes, SECONDS_A_MINUTE), 2)
                .append(':')
                .append(second(Math.floorMod(seconds, SECONDS_A_MINUTE), fraction))
                .toString();
    }

    private static String second(int whole, long micros) {
        if (micros == 0) {
            return whole < 10 ? "0" + whole : String.valueOf(whole);
        }
        return Numbers.text((whole * MICROS_A_SECOND + micros) / (double) MICROS_A_SECOND);
    }

    /** The text without blanks around it, of whatever kind: no-break spaces and separators among them. */
    public static String stripped(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isBlank(text.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean isBlank(char letter) {
        return Character.isWhitespace(letter) || Character.isSpaceChar(letter) || letter == '\u0085';
    }

    /** The text without its tags and comments. Frappe: {@code strip_html}. */
    public static String withoutTags(String markup) {
        StringBuilder plain = new StringBuilder(markup.length());
        int done = 0;
        for (int open = markup.indexOf('<'); open >= 0; open = markup.indexOf('<', done)) {
            int end = endOfMarkup(markup, open);
            if (end < 0) {
                break;
            }
            plain.append(markup, done, open);
            done = end;
        }
        return plain.append(markup, done, markup.length()).toString();
    }

    private static int endOfMarkup(String markup, int open) {
        int comment = markup.startsWith("<!--", open) ? markup.indexOf("-->", open + 4) : -1;
        if (comment >= 0) {
            return comment + 3;
        }
        int bracket = markup.indexOf('>', open);
        return bracket < 0 ? -1 : bracket + 1;
    }

    /** Length in characters as the database counts them. */
    static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
