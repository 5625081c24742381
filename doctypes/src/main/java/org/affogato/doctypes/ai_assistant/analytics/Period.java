package org.affogato.doctypes.ai_assistant.analytics;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import org.affogato.engine.error.ValidationError;
import org.jspecify.annotations.Nullable;

/** Days from the first to the last, both included. */
record Period(LocalDate first, LocalDate last) {
    /** The database has no moment after the year 9999. */
    private static final LocalDate LATEST = LocalDate.of(9998, 12, 31);

    Period {
        if (last.isBefore(first)) {
            throw new ValidationError("end_date %s is before start_date %s".formatted(last, first));
        }
    }

    /** A period as a client names it; what is left out is taken from the other one. */
    static Period of(@Nullable String start, @Nullable String end, Period otherwise) {
        return new Period(day("start_date", start, otherwise.first), day("end_date", end, otherwise.last));
    }

    private static LocalDate day(String argument, @Nullable String text, LocalDate otherwise) {
        if (text == null || text.isBlank()) {
            return otherwise;
        }
        String date = text.strip();
        try {
            return LocalDate.parse(date.length() > 10 ? date.substring(0, 10) : date);
        } catch (DateTimeParseException error) {
            throw new ValidationError("%s \"%s\" is no date of the form YYYY-MM-DD".formatted(argument, date));
        }
    }

    LocalDateTime start() {
        return first.atStartOfDay();
    }

    /** The moment after the last day. */
    LocalDateTime end() {
        return (last.isBefore(LATEST) ? last : LATEST).plusDays(1).atStartOfDay();
    }
}
