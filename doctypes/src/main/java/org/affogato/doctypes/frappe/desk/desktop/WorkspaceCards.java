package org.affogato.doctypes.frappe.desk.desktop;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.affogato.engine.document.Document;
import org.affogato.engine.meta.Meta;
import org.affogato.engine.spi.Context;
import org.jspecify.annotations.Nullable;

/** The links of a workspace, card by card; then, unless hidden, what the site itself added to its module. */
final class WorkspaceCards {
    private final Document workspace;
    private final Context context;
    private final Reach reach;

    WorkspaceCards(Document workspace, Context context, Reach reach) {
        this.workspace = workspace;
        this.context = context;
        this.reach = reach;
    }

    List<Map<String, @Nullable Object>> all() {
        List<Map<String, @Nullable Object>> cards = own();
        if (!workspace.check("hide_custom")) {
            cards.add(card("Custom Documents", customDoctypes()));
            cards.add(card("Custom Reports", customReports()));
        }
        cards.removeIf(card -> card.get("links") instanceof List<?> links && links.isEmpty());
        return cards;
    }

    private List<Map<String, @Nullable Object>> own() {
        List<Map<String, @Nullable Object>> cards = new ArrayList<>();
        Map<String, @Nullable Object> card = card("Link", List.of());
        List<Map<String, @Nullable Object>> links = new ArrayList<>();
        for (Document row : workspace.rows("links")) {
            if (row.text("type").equals("Card Break")) {
                card.put("links", shown(links));
                cards.add(card);
                card = values(row);
                links = new ArrayList<>();
            } else {
                links.add(values(row));
            }
        }
        card.put("links", shown(links));
        cards.add(card);
        return cards;
    }

    private static Map<String, @Nullable Object> values(Document row) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>(row.values());
        values.put("doctype", row.doctype());
        return values;
    }

    private Map<String, @Nullable Object> card(String label, List<Map<String, @Nullable Object>> links) {
        Map<String, @Nullable Object> card = new LinkedHashMap<>();
        card.put("label", label);
        card.put("type", "Card Break");
        card.put("icon", null);
        card.put("hidden", false);
        card.put("links", shown(links));
        return card;
    }

    private List<Map<String, @Nullable Object>> shown(List<Map<String, @Nullable Object>> links) {
        return links.stream()
                .filter(link -> reach.leadsTo(
                        WorkspaceAccess.text(link, "link_type").toLowerCase(Locale.ROOT),
                        WorkspaceAccess.text(link, "link_to")))
                .map(this::prepared)
                .toList();
    }

    private Map<String, @Nullable Object> prepared(Map<String, @Nullable Object> link) {
        String dependencies = WorkspaceAccess.text(link, "dependencies");
        if (!dependencies.isEmpty()) {
            List<String> missing = Stream.of(dependencies.split(","))
                    .map(String::strip)
                    .filter(doctype -> !hasDocuments(doctype))
                    .toList();
            link.put("incomplete_dependencies", missing.isEmpty() ? "" : missing);
        }
        return link;
    }

    private boolean hasDocuments(String doctype) {
        if (!context.hasDoctype(doctype)) {
            return false;
        }
        Meta meta = context.meta(doctype);
        return meta.isSingle()
                || meta.isVirtual()
                || !context.database()
                        .query("SELECT 1 FROM {%s} LIMIT 1".formatted(meta.name()))
                        .isEmpty();
    }

    private List<Map<String, @Nullable Object>> customDoctypes() {
        String sql =
                "SELECT name AS link_to, name AS label FROM {DocType} WHERE custom = 1 AND istable = 0 AND module = ? "
                        + "ORDER BY name";
        return context.database().query(sql, workspace.get("module")).stream()
                .map(row -> link(row, "doctype"))
                .toList();
    }

    private List<Map<String, @Nullable Object>> customReports() {
        String sql = "SELECT ref_doctype AS doctype, ref_doctype AS dependencies, report_type <> 'Report Builder' AS "
                + "is_query_report, name AS label, name AS link_to FROM {Report} WHERE is_standard = 'No' AND "
                + "disabled = 0 AND module = ? ORDER BY name";
        return context.database().query(sql, workspace.get("module")).stream()
                .map(row -> link(row, "report"))
                .toList();
    }

    private static Map<String, @Nullable Object> link(Map<String, @Nullable Object> row, String type) {
        Map<String, @Nullable Object> link = new LinkedHashMap<>();
        link.put("type", "Link");
        link.put("link_type", type);
        link.putAll(row);
        return link;
    }
}
