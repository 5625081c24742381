package org.affogato.engine.query;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.fieldtype.Moments;
import org.affogato.engine.spi.Context;
import org.jspecify.annotations.Nullable;

/** Values of filters on dates and times, as text that compares like the column. */
final class DateFilter {
    /** What an empty date counts as. */
    static final String NO_DATE = "0001-01-01";
    /** What an empty moment counts as. */
    static final String NO_MOMENT = "0001-01-01 00:00:00.000000";

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSSSSS");
    private static final LocalTime END_OF_DAY = LocalTime.of(23, 59, 59, 999_999_000);

    private final Context context;

    DateFilter(Context context) {
        this.context = context;
    }

    /** A day; today for an empty value. */
    String date(@Nullable Object value) {
        return day(value).toString();
    }

    /** A moment; the empty one for an empty value. */
    String moment(@Nullable Object value) {
        return Loose.isEmpty(value) ? NO_MOMENT : MOMENT.format(Moments.moment(value));
    }

    String time(@Nullable Object value) {
        if (value instanceof Duration duration && duration.toHours() < 24 && !duration.isNegative()) {
            return TIME.format(LocalTime.MIDNIGHT.plus(duration));
        }
        return TIME.format(Moments.moment(value).toLocalTime());
    }

    /** Both ends of {@code between} on days; a missing end is today. */
    List<String> days(@Nullable Object value) {
        return List.of(date(end(value, 0)), date(end(value, 1)));
    }

    /** Both ends of {@code between} on moments: a day starts the range at midnight and ends it at its last moment. */
    List<String> moments(@Nullable Object value) {
        return List.of(bound(end(value, 0), LocalTime.MIN), bound(end(value, 1), END_OF_DAY));
    }

    private @Nullable Object end(@Nullable Object value, int index) {
        return value instanceof List<?> ends && ends.size() > index ? ends.get(index) : today();
    }

    private String bound(@Nullable Object value, LocalTime time) {
        if (value == null) {
            return NO_MOMENT;
        }
        if (value instanceof LocalDateTime
                || value instanceof String text && text.strip().contains(" ")) {
            return MOMENT.format(Moments.moment(value));
        }
        return MOMENT.format(day(value).atTime(time));
    }

    private LocalDate day(@Nullable Object value) {
        return Loose.isEmpty(value) ? today() : Moments.moment(value).toLocalDate();
    }

    private LocalDate today() {
        return context.now().toLocalDate();
    }

    /** The days of {@code timespan}, {@code previous} and {@code next}; today alone for an unknown span. */
    Timespan span(Operator operator, @Nullable Object value) {
        String name = Loose.text(Loose.single(value));
        if (operator != Operator.TIMESPAN) {
            String length = name;
            name = Timespan.nameOf(operator, length)
                    .orElseThrow(() -> new ValidationError("%s is no span of time".formatted(length)));
        }
        Optional<Timespan> span = Timespan.of(name, today(), this::weekStart);
        return span.orElseGet(() -> new Timespan(today(), today()));
    }

    private DayOfWeek weekStart() {
        if (!context.hasDoctype("System Settings")) {
            return DayOfWeek.SUNDAY;
        }
        Object day = context.documents().single("System Settings", "first_day_of_the_week");
        return Loose.isEmpty(day)
                ? DayOfWeek.SUNDAY
                : DayOfWeek.valueOf(String.valueOf(day).toUpperCase(Locale.ROOT));
    }
}
