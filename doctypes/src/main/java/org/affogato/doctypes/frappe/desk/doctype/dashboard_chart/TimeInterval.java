package org.affogato.doctypes.frappe.desk.doctype.dashboard_chart;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.spi.Context;
import org.jspecify.annotations.Nullable;

/** The periods that a chart cuts time into. Frappe: {@code timegrain} of {@code dateutils}. */
record TimeInterval(Unit unit, DayOfWeek weekStart, DateTimeFormatter dayFormat) {
    enum Unit {
        DAILY,
        WEEKLY,
        MONTHLY,
        QUARTERLY,
        YEARLY
    }

    /** The interval of that name; weeks and days as the site's settings say. */
    static TimeInterval of(String name, Context context) {
        Unit unit = switch (name) {
            case "Daily" -> Unit.DAILY;
            case "Weekly" -> Unit.WEEKLY;
            case "Monthly" -> Unit.MONTHLY;
            case "Quarterly" -> Unit.QUARTERLY;
            case "Yearly" -> Unit.YEARLY;
            default -> throw new ValidationError("A chart over time needs an interval, such as Monthly");
        };
        String start = setting("first_day_of_the_week", "Sunday", context);
        String format = setting("date_format", "yyyy-mm-dd", context).replace("mm", "MM");
        return new TimeInterval(
                unit, DayOfWeek.valueOf(start.toUpperCase(Locale.ROOT)), DateTimeFormatter.ofPattern(format));
    }

    private static String setting(String fieldname, String otherwise, Context context) {
        @Nullable Object value = context.documents().single("System Settings", fieldname);
        return value == null || value.equals("") ? otherwise : value.toString();
    }

    LocalDate beginning(LocalDate day) {
        return switch (unit) {
            case DAILY -> day;
            case WEEKLY -> day.with(TemporalAdjusters.previousOrSame(weekStart));
            case MONTHLY -> day.withDayOfMonth(1);
            case QUARTERLY -> day.withDayOfMonth(1).minusMonths((day.getMonthValue() - 1) % 3);
            case YEARLY -> day.withDayOfYear(1);
        };
    }

    LocalDate ending(LocalDate day) {
        return next(beginning(day)).minusDays(1);
    }

    private LocalDate next(LocalDate beginning) {
        return switch (unit) {
            case DAILY -> beginning.plusDays(1);
            case WEEKLY -> beginning.plusWeeks(1);
            case MONTHLY -> beginning.plusMonths(1);
            case QUARTERLY -> beginning.plusMonths(3);
            case YEARLY -> beginning.plusYears(1);
        };
    }

    /** The last days of all periods from the one that holds the first day to the one that holds the last. */
    List<LocalDate> endings(LocalDate from, LocalDate to) {
        List<LocalDate> endings = new ArrayList<>(List.of(ending(from)));
        while (endings.getLast().isBefore(to)) {
            endings.add(ending(endings.getLast().plusDays(1)));
        }
        return endings;
    }

    /** What stands below a period: {@code Jan 2023}, {@code Quarter 1 2023}, {@code 2023}, or its last day. */
    String label(LocalDate ending) {
        int year = ending.getYear();
        return switch (unit) {
            case DAILY, WEEKLY -> ending.format(dayFormat);
            case MONTHLY -> ending.getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH) + " " + year;
            case QUARTERLY -> "Quarter %d %d".formatted((ending.getMonthValue() + 2) / 3, year);
            case YEARLY -> String.valueOf(year);
        };
    }
}
