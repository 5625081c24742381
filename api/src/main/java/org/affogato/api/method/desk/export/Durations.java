package org.affogato.api.method.desk.export;

import java.util.ArrayList;
import java.util.List;

/** A Duration field's seconds as people read them: {@code 1d 2h 5m}. Frappe: {@code format_duration}. */
public final class Durations {
    private static final long MINUTE = 60;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;

    private Durations() {}

    /**
     * @param hideDays whether days are told as hours
     */
    public static String text(Number duration, boolean hideDays) {
        long seconds = duration.longValue();
        long days = hideDays ? 0 : Math.floorDiv(seconds, DAY);
        List<String> parts = new ArrayList<>();
        add(parts, days, "d");
        add(parts, Math.floorDiv(seconds - days * DAY, HOUR), "h");
        add(parts, Math.floorMod(seconds, HOUR) / MINUTE, "m");
        add(parts, Math.floorMod(seconds, MINUTE), "s");
        return String.join(" ", parts);
    }

    private static void add(List<String> parts, long number, String unit) {
        if (number != 0) {
            parts.add(number + unit);
        }
    }
}
