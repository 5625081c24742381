package org.affogato.doctypes.frappe.desk.doctype.dashboard_chart;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.affogato.doctypes.frappe.desk.FilterList;
import org.affogato.doctypes.frappe.desk.FreeName;
import org.affogato.engine.document.Document;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.ListRequest;
import org.affogato.engine.spi.Requires;
import org.affogato.engine.spi.Requires.Access;
import org.affogato.engine.spi.Whitelisted;
import org.affogato.engine.spi.WhitelistedMethods;
import org.jspecify.annotations.Nullable;

/** {@code frappe.desk.doctype.dashboard_chart.dashboard_chart}. */
public final class DashboardChartMethods implements WhitelistedMethods {
    private static final String MODULE = "frappe.desk.doctype.dashboard_chart.dashboard_chart.";
    private static final String RANGE = "Select Date Range";
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * Labels and values of a chart, over the documents that the caller may list.
     *
     * @param chart a chart that is not saved, where {@code chart_name} names none
     * @param filters in place of the chart's own
     */
    @Whitelisted(MODULE + "get")
    @Requires(access = Access.ANY_USER)
    public @Nullable Map<String, Object> get(
            Context context,
            @Nullable String chartName,
            @Nullable Map<String, @Nullable Object> chart,
            @Nullable Object filters,
            @Nullable String fromDate,
            @Nullable String toDate,
            @Nullable String timespan,
            @Nullable String timeInterval,
            @Nullable String heatmapYear) {
        Document shown = shown(context, chartName, chart);
        if (!shown.isNew()) {
            context.documents().setValues(shown, Map.of("last_synced_on", context.now()), false);
        }
        ChartQuery query = new ChartQuery(shown, filters, context);
        if (shown.text("chart_type").equals("Group By")) {
            return Groups.of(query);
        }
        if (shown.text("type").equals("Heatmap")) {
            return Heatmap.of(query, year(either(heatmapYear, shown.text("heatmap_year")), context));
        }
        TimeInterval interval = TimeInterval.of(either(timeInterval, shown.text("time_interval")), context);
        TimeSeries series = new TimeSeries(query, interval);
        String span = either(timespan, shown.text("timespan"));
        LocalDateTime to = span.equals(RANGE) ? end(toDate, shown, context) : context.now();
        LocalDate from = span.equals(RANGE) ? start(fromDate, shown) : null;
        LocalDate first = from == null ? interval.beginning(TimeSeries.start(span, to.toLocalDate())) : from;
        return series.between(first, to);
    }

    private static Document shown(
            Context context, @Nullable String name, @Nullable Map<String, @Nullable Object> unsaved) {
        if (name != null && !name.isEmpty()) {
            return context.documents().get("Dashboard Chart", name);
        }
        if (unsaved == null) {
            throw new ValidationError("A chart is named, or sent along");
        }
        return context.documents().create("Dashboard Chart", unsaved);
    }

    private static String either(@Nullable String given, String own) {
        return given == null || given.isEmpty() ? own : given;
    }

    private static int year(String given, Context context) {
        return given.matches("[1-9]\\d{3}")
                ? Integer.parseInt(given)
                : context.now().getYear();
    }

    private static @Nullable LocalDate start(@Nullable String given, Document chart) {
        LocalDateTime start = moment(either(given, chart.text("from_date")));
        return start == null ? null : start.toLocalDate();
    }

    private static LocalDateTime end(@Nullable String given, Document chart, Context context) {
        LocalDateTime end = moment(either(given, chart.text("to_date")));
        return end == null ? context.now() : end;
    }

    private static @Nullable LocalDateTime moment(String text) {
        if (text.isEmpty()) {
            return null;
        }
        try {
            return text.length() > 10
                    ? LocalDateTime.parse(text.replace(' ', 'T'))
                    : LocalDate.parse(text).atStartOfDay();
        } catch (DateTimeException noDate) {
            throw new ValidationError("%s is no date".formatted(text));
        }
    }

    /** A new chart of the caller's; a number behind its name where that is taken. */
    @Whitelisted(MODULE + "create_dashboard_chart")
    @Requires(role = "Desk User")
    public Document create(Context context, Map<String, @Nullable Object> args) {
        Context free = context.with(context.flags().ignoringPermissions());
        Document chart = free.documents().createWithDefaults("Dashboard Chart", values(args));
        chart.set("chart_name", FreeName.of("Dashboard Chart", chart.text("chart_name"), context));
        return free.documents().insert(chart);
    }

    private static Map<String, @Nullable Object> values(Map<String, @Nullable Object> args) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>(args);
        Object options = values.get("custom_options");
        if (options instanceof Map<?, ?> || options instanceof List<?>) {
            values.put("custom_options", json(options));
        }
        return values;
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException unwritable) {
            throw new ValidationError("The options of a chart must be JSON");
        }
    }

    /** A new chart of a report, put on the dashboard that is named. */
    @Whitelisted(MODULE + "create_report_chart")
    @Requires(role = "Desk User")
    public void createForReport(Context context, Map<String, @Nullable Object> args) {
        Map<String, @Nullable Object> placed = new LinkedHashMap<>(args);
        placed.put("chart_name", create(context, args).name());
        if (isGiven(args.get("dashboard"))) {
            addToDashboard(context, placed);
        }
    }

    @Whitelisted(value = MODULE + "add_chart_to_dashboard", commitsOnGet = true)
    @Requires(access = Access.ANY_USER)
    public void addToDashboard(Context context, Map<String, @Nullable Object> args) {
        Document dashboard = context.documents().get("Dashboard", String.valueOf(args.get("dashboard")));
        Object named = isGiven(args.get("chart_name")) ? args.get("chart_name") : args.get("name");
        String chart = String.valueOf(named);
        if (isGiven(args.get("set_standard")) && dashboard.check("is_standard")) {
            Document standard = context.documents().get("Dashboard Chart", chart);
            standard.set("is_standard", 1L).set("module", dashboard.get("module"));
            context.documents().save(standard);
        }
        context.documents().append(dashboard, "charts", Map.of("chart", chart));
        context.documents().save(dashboard);
    }

    private static boolean isGiven(@Nullable Object value) {
        return value != null
                && !List.of("", "0", "false").contains(value.toString().toLowerCase(Locale.ROOT));
    }

    /** The choices of a link to a chart: the caller's own charts and the public ones. */
    @Whitelisted(MODULE + "get_charts_for_user")
    @Requires(access = Access.ANY_USER)
    public List<List<@Nullable Object>> forUser(Context context, @Nullable Object filters) {
        List<List<Object>> reachable = List.of(List.of("owner", "=", context.user()), List.of("is_public", "=", 1L));
        ListRequest request = ListRequest.visible("Dashboard Chart", List.of("name"), FilterList.of(filters))
                .or(reachable)
                .orderedBy("modified desc");
        List<List<@Nullable Object>> found = new ArrayList<>();
        context.documents().list(request).forEach(row -> found.add(new ArrayList<>(row.values())));
        return found;
    }

    /** The DocTypes that have a table of this child DocType. */
    @Whitelisted(MODULE + "get_parent_doctypes")
    @Requires(access = Access.ANY_USER)
    public List<String> parents(Context context, String childType) {
        return context.database()
                .query(
                        "SELECT parent FROM {DocField} WHERE fieldtype = 'Table' AND options = ? "
                                + "UNION ALL SELECT dt FROM {Custom Field} WHERE fieldtype = 'Table' AND options = ?",
                        List.of(childType, childType),
                        row -> row.getString(1));
    }
}
