package org.affogato.doctypes.frappe.desk.doctype.number_card;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.affogato.doctypes.frappe.desk.FilterList;
import org.affogato.engine.document.Document;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.ListRequest;
import org.affogato.engine.spi.Requires;
import org.affogato.engine.spi.Requires.Access;
import org.affogato.engine.spi.Whitelisted;
import org.affogato.engine.spi.WhitelistedMethods;
import org.jspecify.annotations.Nullable;

/** {@code frappe.desk.doctype.number_card.number_card}. */
public final class NumberCardMethods implements WhitelistedMethods {
    private static final String MODULE = "frappe.desk.doctype.number_card.number_card.";

    /**
     * The figure of a card, of what the caller may list.
     *
     * @param doc the card, saved or not
     * @param filters its filters and those of the dashboard
     */
    @Whitelisted(MODULE + "get_result")
    @Requires(access = Access.ANY_USER)
    public double result(
            Context context, Map<String, @Nullable Object> doc, @Nullable Object filters, @Nullable String toDate) {
        CardFigure figure = CardFigure.of(doc);
        return toDate == null || toDate.isEmpty()
                ? figure.now(filters, context)
                : figure.before(toDate, filters, context);
    }

    /** By how many percent the figure differs from that of a day, week, month or year before; null for no saying. */
    @Whitelisted(MODULE + "get_percentage_difference")
    @Requires(access = Access.ANY_USER)
    public @Nullable Double difference(
            Context context, Map<String, @Nullable Object> doc, @Nullable Object filters, double result) {
        Document card = context.documents().get("Number Card", String.valueOf(doc.get("name")));
        if (!card.check("show_percentage_stats")) {
            return null;
        }
        double before = CardFigure.of(card.values()).before(earlier(card, context.now()), filters, context);
        return before == 0 ? null : (result / before - 1) * 100;
    }

    private static LocalDateTime earlier(Document card, LocalDateTime now) {
        return switch (card.text("stats_time_interval")) {
            case "Daily" -> now.minusDays(1);
            case "Weekly" -> now.minusWeeks(1);
            case "Monthly" -> now.minusMonths(1);
            default -> now.minusYears(1);
        };
    }

    /** A new card of the caller's. */
    @Whitelisted(MODULE + "create_number_card")
    @Requires(role = "Desk User")
    public Document create(Context context, Map<String, @Nullable Object> args) {
        Context free = context.with(context.flags().ignoringPermissions());
        Document card = free.documents().createWithDefaults("Number Card", args);
        return free.documents().insert(card);
    }

    /** A new card that shows a report's figure, put on the dashboard that is named. */
    @Whitelisted(MODULE + "create_report_number_card")
    @Requires(role = "Desk User")
    public void createForReport(Context context, Map<String, @Nullable Object> args) {
        Map<String, @Nullable Object> placed = new LinkedHashMap<>(args);
        placed.put("name", create(context, args).name());
        if (isGiven(args.get("dashboard"))) {
            addToDashboard(context, placed);
        }
    }

    @Whitelisted(MODULE + "add_card_to_dashboard")
    @Requires(access = Access.ANY_USER)
    public void addToDashboard(Context context, Map<String, @Nullable Object> args) {
        Document dashboard = context.documents().get("Dashboard", String.valueOf(args.get("dashboard")));
        String card = String.valueOf(args.get("name"));
        if (isGiven(args.get("set_standard")) && dashboard.check("is_standard")) {
            Document standard = context.documents().get("Number Card", card);
            standard.set("is_standard", 1L).set("module", dashboard.get("module"));
            context.documents().save(standard);
        }
        context.documents().append(dashboard, "cards", Map.of("card", card));
        context.documents().save(dashboard);
    }

    private static boolean isGiven(@Nullable Object value) {
        return value != null
                && !List.of("", "0", "false").contains(value.toString().toLowerCase(Locale.ROOT));
    }

    /** The choices of a link to a card: the caller's own cards and the public ones. */
    @Whitelisted(MODULE + "get_cards_for_user")
    @Requires(access = Access.ANY_USER)
    public List<List<@Nullable Object>> forUser(Context context, @Nullable String txt, @Nullable Object filters) {
        List<List<Object>> reachable = List.of(List.of("owner", "=", context.user()), List.of("is_public", "=", 1L));
        ListRequest request = ListRequest.all(
                        "Number Card", List.of("name", "label", "document_type"), FilterList.of(filters))
                .or(reachable);
        String wanted = txt == null ? "" : txt.toLowerCase(Locale.ROOT);
        List<List<@Nullable Object>> found = new ArrayList<>();
        for (Map<String, @Nullable Object> row : context.documents().list(request)) {
            if (row.values().stream().anyMatch(value -> contains(value, wanted))) {
                List<@Nullable Object> choice = new ArrayList<>(row.values());
                choice.addFirst(row.get("name"));
                found.add(choice);
            }
        }
        return found;
    }

    private static boolean contains(@Nullable Object value, String wanted) {
        return value != null && value.toString().toLowerCase(Locale.ROOT).contains(wanted);
    }
}
