package org.affogato.api.method.desk.calendar;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.affogato.api.method.desk.list.FilterList;
import org.affogato.engine.error.PermissionError;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.spi.Argument;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.ListRequest;
import org.affogato.engine.spi.Requires;
import org.affogato.engine.spi.Requires.Access;
import org.affogato.engine.spi.Whitelisted;
import org.affogato.engine.spi.WhitelistedMethods;
import org.jspecify.annotations.Nullable;

/** The open Events of a time, each repetition as one of its own. Frappe: {@code event.get_events}. */
@Singleton
public class EventCalendar implements WhitelistedMethods {
    private static final List<String> SHOWN = List.of(
            "name",
            "subject",
            "description",
            "color",
            "starts_on",
            "ends_on",
            "owner",
            "all_day",
            "event_type",
            "repeat_this_event",
            "repeat_on",
            "repeat_till");
    /** No calendar shows more; each day of it may repeat each event. */
    private static final int YEARS = 10;

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS", Locale.ROOT);

    /**
     * What the caller may see; what another may see only a System Manager asks for.
     *
     * @param forReminder whether only those are meant that remind
     */
    @Whitelisted("frappe.desk.doctype.event.event.get_events")
    @Requires(access = Access.ANY_USER)
    public List<Map<String, @Nullable Object>> events(
            Context context,
            String start,
            String end,
            @Nullable String user,
            @Argument(otherwise = "0") boolean forReminder,
            @Nullable Object filters) {
        Context viewer = viewer(context, user);
        LocalDate from = day(start);
        LocalDate until = earlier(day(end), from.plusYears(YEARS));
        List<Object> conditions = FilterList.of(filters);
        conditions.add(List.of("Event", "status", "=", "Open"));
        conditions.add(List.of(
                "Event", "starts_on", "<", until.plusDays(1).atStartOfDay().toString()));
        if (forReminder) {
            conditions.add(List.of("Event", "send_reminder", "=", 1L));
        }
        List<String> columns = new ArrayList<>(SHOWN);
        columns.addAll(Recurrence.WEEKDAYS);
        ListRequest request = ListRequest.all("Event", columns, conditions)
                .or(List.of(
                        List.of("Event", "starts_on", ">=", from.toString()),
                        List.of("Event", "ends_on", ">=", from.toString()),
                        List.of("Event", "repeat_this_event", "=", 1L)))
                .orderedBy("starts_on asc")
                .asCaller();
        return shown(viewer.documents().list(request), from, until);
    }

    private static Context viewer(Context context, @Nullable String user) {
        if (user == null || user.isEmpty() || user.equals(context.user())) {
            return context;
        }
        if (!context.roles().contains("System Manager")) {
            throw new PermissionError("The calendar of another is seen by System Managers only");
        }
        return context.as(user);
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static LocalDate day(String moment) {
        try {
            return LocalDate.parse(moment.strip().split("[ T]", 2)[0], DAY);
        } catch (DateTimeParseException noDate) {
            throw new ValidationError(moment + " is not a valid date");
        }
    }

    /** Those that happen once first, then all repetitions. */
    private static List<Map<String, @Nullable Object>> shown(
            List<Map<String, @Nullable Object>> events, LocalDate from, LocalDate until) {
        List<Map<String, @Nullable Object>> once = new ArrayList<>();
        List<Map<String, @Nullable Object>> repeated = new ArrayList<>();
        for (Map<String, @Nullable Object> event : events) {
            Recurrence recurrence = new Recurrence(event);
            if (recurrence.isKnown()) {
                recurrence.days(from, until).forEach(day -> repeated.add(on(event, day)));
            } else if (recurrence.touches(from)) {
                once.add(without(event));
            }
        }
        once.addAll(repeated);
        return once;
    }

    private static Map<String, @Nullable Object> without(Map<String, @Nullable Object> event) {
        Map<String, @Nullable Object> shown = new LinkedHashMap<>(event);
        shown.keySet().retainAll(SHOWN);
        return shown;
    }

    /** The event moved to the day, its end with it. */
    private static Map<String, @Nullable Object> on(Map<String, @Nullable Object> event, LocalDate day) {
        Map<String, @Nullable Object> shown = without(event);
        LocalDateTime starts = (LocalDateTime) event.get("starts_on");
        if (starts == null) {
            return shown;
        }
        long shift = day.toEpochDay() - starts.toLocalDate().toEpochDay();
        shown.put("starts_on", text(starts.plusDays(shift)));
        shown.put("ends_on", event.get("ends_on") instanceof LocalDateTime ends ? text(ends.plusDays(shift)) : null);
        return shown;
    }

    /** Clients know repetitions with the fraction of the second always written out. */
    private static String text(LocalDateTime moment) {
        return MOMENT.format(moment);
    }
}
