package org.affogato.engine.query;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The days that a named span of time covers, both ends included.
 *
 * <p>Frappe: {@code get_timespan_date_range}.
 */
record Timespan(LocalDate from, LocalDate to) {
    /**
     * @param weekStart asked for spans of weeks only
     * @return empty for an unknown name
     */
    static Optional<Timespan> of(String name, LocalDate today, Supplier<DayOfWeek> weekStart) {
        return Optional.ofNullable(
                switch (name) {
                    case "yesterday" -> day(today.minusDays(1));
                    case "today" -> day(today);
                    case "tomorrow" -> day(today.plusDays(1));
                    case "last week" -> week(today.minusDays(7), weekStart.get());
                    case "this week" -> week(today, weekStart.get());
                    case "next week" -> week(today.plusDays(7), weekStart.get());
                    case "last month" -> months(today.minusMonths(1), today.minusMonths(1));
                    case "this month" -> months(today, today);
                    case "next month" -> months(today.plusMonths(1), today.plusMonths(1));
                    case "last quarter" -> quarters(today.minusMonths(3), today.minusMonths(3));
                    case "this quarter" -> quarters(today, today);
                    case "next quarter" -> quarters(today.plusMonths(3), today.plusMonths(3));
                    case "last 6 months" -> quarters(today.minusMonths(6), today.minusMonths(3));
                    case "next 6 months" -> quarters(today.plusMonths(3), today.plusMonths(6));
                    case "last year" -> year(today.minusYears(1));
                    case "this year" -> year(today);
                    case "next year" -> year(today.plusYears(1));
                    default -> null;
                });
    }

    /** The span's name for {@code previous} and {@code next}, whose values are lengths. */
    static Optional<String> nameOf(Operator operator, String length) {
        String unit = switch (length) {
            case "1 week" -> "week";
            case "1 month" -> "month";
            case "3 months" -> "quarter";
            case "6 months" -> "6 months";
            case "1 year" -> "year";
            default -> "";
        };
        String word = operator == Operator.PREVIOUS ? "last " : "next ";
        return unit.isEmpty() ? Optional.empty() : Optional.of(word + unit);
    }

    private static Timespan day(LocalDate day) {
        return new Timespan(day, day);
    }

    private static Timespan week(LocalDate day, DayOfWeek start) {
        LocalDate first = day.with(TemporalAdjusters.previousOrSame(start));
        return new Timespan(first, first.plusDays(6));
    }

    private static Timespan months(LocalDate first, LocalDate last) {
        return new Timespan(first.withDayOfMonth(1), last.with(TemporalAdjusters.lastDayOfMonth()));
    }

    private static Timespan quarters(LocalDate first, LocalDate last) {
        return months(quarterStart(first), quarterStart(last).plusMonths(2));
    }

    private static LocalDate quarterStart(LocalDate day) {
        return day.withDayOfMonth(1).withMonth((day.getMonthValue() - 1) / 3 * 3 + 1);
    }

    private static Timespan year(LocalDate day) {
        return new Timespan(day.withDayOfYear(1), day.withMonth(12).withDayOfMonth(31));
    }
}
