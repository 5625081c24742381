package org.affogato.engine.fieldtype;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.affogato.engine.meta.DocField;
import org.jspecify.annotations.Nullable;

/** A time of day, or a span of time: hours may pass 23. */
final class TimeField extends TemporalField {
    private static final Pattern CLOCK = Pattern.compile("(\\d{1,3}):(\\d{1,2}):(\\d{1,2})(?:\\.(\\d{1,6}))?");
    private static final int MICRO_DIGITS = 6;

    /** The database holds no more; beyond it a text stays text, to be refused there. */
    private static final int MOST_HOURS = 838;

    TimeField() {
        super("Time");
    }

    @Override
    String columnType(DocField field) {
        return "time(6)";
    }

    @Override
    @Nullable
    Object parse(String text) {
        Matcher clock = CLOCK.matcher(text);
        if (!clock.matches() || Integer.parseInt(clock.group(1)) > MOST_HOURS) {
            return null;
        }
        String fraction = clock.group(4) == null ? "" : clock.group(4);
        long micros = Long.parseLong(fraction + "0".repeat(MICRO_DIGITS - fraction.length()));
        return Duration.ofHours(Long.parseLong(clock.group(1)))
                .plusMinutes(Long.parseLong(clock.group(2)))
                .plusSeconds(Long.parseLong(clock.group(3)))
                .plusNanos(micros * 1000);
    }

    @Override
    Object of(LocalDateTime moment) {
        return Duration.between(LocalTime.MIDNIGHT, moment.toLocalTime());
    }
}
