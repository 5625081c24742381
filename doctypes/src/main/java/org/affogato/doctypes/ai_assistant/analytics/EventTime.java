package org.affogato.doctypes.ai_assistant.analytics;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;

/**
 * Reads when an event happened: a naive time is the site's, one with an offset or {@code Z} is turned into it. Days of
 * the analytics are days of the site.
 */
final class EventTime {
    private static final Pattern OFFSET = Pattern.compile(".*T.*(Z|[+-]\\d\\d:?\\d\\d)", Pattern.DOTALL);
    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 9998;

    private final ZoneId site;

    EventTime(ZoneId site) {
        this.site = site;
    }

    LocalDateTime of(String text) throws RefusedEvent {
        LocalDateTime time = parsed(text);
        if (time.getYear() < FIRST_YEAR || time.getYear() > LAST_YEAR) {
            throw new RefusedEvent("timestamp is out of range");
        }
        return time.truncatedTo(ChronoUnit.MICROS);
    }

    private LocalDateTime parsed(String text) throws RefusedEvent {
        String iso = text.length() > 10 && text.charAt(10) == ' ' ? text.replaceFirst(" ", "T") : text;
        try {
            if (OFFSET.matcher(iso).matches()) {
                String withColon = iso.replaceFirst("([+-]\\d\\d)(\\d\\d)$", "$1:$2");
                return OffsetDateTime.parse(withColon).atZoneSameInstant(site).toLocalDateTime();
            }
            return LocalDateTime.parse(iso, DateTimeFormatter.ISO_LOCAL_DATE_TIME);
        } catch (DateTimeException error) {
            throw new RefusedEvent("timestamp is no date and time");
        }
    }
}
