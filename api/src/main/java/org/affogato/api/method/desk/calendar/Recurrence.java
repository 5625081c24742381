package org.affogato.api.method.desk.calendar;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** When an Event takes place again. The last days of a month stand for days that it does not have. */
final class Recurrence {
    static final List<String> WEEKDAYS =
            List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");

    private static final Map<String, Integer> MONTHS =
            Map.of("Monthly", 1, "Quarterly", 3, "Half Yearly", 6, "Yearly", 12);

    private final Map<String, @Nullable Object> event;
    private final String kind;
    private final LocalDate first;
    private final LocalDate last;

    /**
     * @param event its fields, the weekdays among them
     */
    Recurrence(Map<String, @Nullable Object> event) {
        this.event = event;
        this.kind = isOn("repeat_this_event") ? String.valueOf(event.get("repeat_on")) : "";
        this.first = event.get("starts_on") instanceof LocalDateTime starts ? starts.toLocalDate() : LocalDate.MIN;
        this.last = event.get("repeat_till") instanceof LocalDate till ? till : LocalDate.MAX;
    }

    private boolean isOn(String flag) {
        return event.get(flag) instanceof Number number && number.longValue() != 0;
    }

    boolean isKnown() {
        return kind.equals("Daily") || kind.equals("Weekly") || MONTHS.containsKey(kind);
    }

    /** Whether the event itself, or a repetition of which no rule is known, may lie at the day or after it. */
    boolean touches(LocalDate day) {
        boolean endsLater = event.get("ends_on") instanceof LocalDateTime ends
                && !ends.toLocalDate().isBefore(day);
        return endsLater || !first.isBefore(day) || (isOn("repeat_this_event") && last.isAfter(day));
    }

    /** Its days between the two, both included. */
    List<LocalDate> days(LocalDate from, LocalDate until) {
        LocalDate start = from.isBefore(first) ? first : from;
        LocalDate end = until.isAfter(last) ? last : until;
        if (end.isBefore(start)) {
            return List.of();
        }
        Integer months = MONTHS.get(kind);
        return months == null
                ? start.datesUntil(end.plusDays(1)).filter(this::takesPlace).toList()
                : everyMonths(months, start, end);
    }

    private boolean takesPlace(LocalDate day) {
        return kind.equals("Daily") || isOn(WEEKDAYS.get(day.getDayOfWeek().getValue() - 1));
    }

    private List<LocalDate> everyMonths(int step, LocalDate start, LocalDate end) {
        YearMonth begin = YearMonth.from(first);
        long skipped = begin.until(YearMonth.from(start), ChronoUnit.MONTHS) / step;
        return Stream.iterate(begin.plusMonths(skipped * step), month -> month.plusMonths(step))
                .takeWhile(month -> !month.isAfter(YearMonth.from(end)))
                .map(month -> month.atDay(Math.min(first.getDayOfMonth(), month.lengthOfMonth())))
                .filter(day -> !day.isBefore(start) && !day.isAfter(end))
                .toList();
    }
}
