package org.affogato.api.json;

import java.time.LocalDateTime;

/** Datetimes as text; every document has two of them, hence by hand. */
final class Moments {
    private Moments() {}

    /** {@code 2025-01-31 09:05:00.123456}, without a fraction of zero. */
    static String text(LocalDateTime at) {
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

    private static void digits(char[] text, int from, int count, int number) {
        int rest = number;
        for (int at = from + count - 1; at >= from; at--) {
            text[at] = (char) ('0' + rest % 10);
            rest /= 10;
        }
    }
}
