package org.affogato.api.json;

import java.time.Duration;
import java.time.LocalDateTime;

/** Datetimes and times as text, the way Frappe's clients read them. */
public final class Moments {
    private Moments() {}

    /** {@code 2025-01-31 09:05:00.123456}, without a fraction of zero. */
    public static String text(LocalDateTime at) {
        int micros = at.getNano() / 1000;
        char[] text = new char[micros == 0 ? 19 : 26];
        digits(text, 0, 4, at.getYear());
        text[4] = '-';
        digits(text, 5, 2, at.getMonthValue());
        text[7] = '-';
        digits(text, 8, 2, at.getDayOfMonth());
        text[10] = ' ';
        digits(text, 11, 2, at.getHour());
        text[13] = ':';
        digits(text, 14, 2, at.getMinute());
        text[16] = ':';
        digits(text, 17, 2, at.getSecond());
        if (micros != 0) {
            text[19] = '.';
            digits(text, 20, 6, micros);
        }
        return new String(text);
    }

    /** {@code 9:05:00}: hours without a leading zero, a fraction only where there is one. */
    public static String text(Duration time) {
        long micros = time.toNanos() / 1000;
        long seconds = Math.floorDiv(micros, 1_000_000L);
        long fraction = Math.floorMod(micros, 1_000_000L);
        long hours = Math.floorDiv(seconds, 3600L);
        String text = hours + ":" + two(Math.floorMod(seconds, 3600L) / 60);
        if (fraction == 0) {
            return text + ":" + two(Math.floorMod(seconds, 60L));
        }
        return text + ":" + Double.toString(Math.floorMod(seconds, 60L) + fraction / 1e6);
    }

    private static String two(long number) {
        return number < 10 ? "0" + number : Long.toString(number);
    }

    private static void digits(char[] text, int from, int count, int number) {
        int rest = number;
        for (int at = from + count - 1; at >= from; at--) {
            text[at] = (char) ('0' + rest % 10);
            rest /= 10;
        }
    }
}
