package org.affogato.api.method.desk.diff;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;

/** How long ago something was, in words. Frappe: {@code pretty_date}. */
final class Ago {
    private static final double NEARLY = 0.85;
    private static final Map<String, Integer> SECONDS = new LinkedHashMap<>();

    static {
        SECONDS.put("year", 365 * 86_400);
        SECONDS.put("month", 30 * 86_400);
        SECONDS.put("week", 7 * 86_400);
        SECONDS.put("day", 86_400);
        SECONDS.put("hour", 3_600);
        SECONDS.put("minute", 60);
    }

    private Ago() {}

    /** In the largest unit of which there is nearly one. */
    static String text(LocalDateTime moment, LocalDateTime now) {
        long seconds = Duration.between(moment, now).toSeconds();
        for (Map.Entry<String, Integer> unit : SECONDS.entrySet()) {
            double number = Math.abs(seconds) / (double) unit.getValue();
            if (number >= NEARLY) {
                return directed(Math.round(number), unit.getKey(), seconds < 0);
            }
        }
        return directed(Math.abs(seconds), "second", seconds < 0);
    }

    private static String directed(long number, String unit, boolean future) {
        String span = number + " " + unit + (number == 1 ? "" : "s");
        return future ? "in " + span : span + " ago";
    }
}
