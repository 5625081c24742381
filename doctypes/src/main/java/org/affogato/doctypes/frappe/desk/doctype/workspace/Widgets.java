package org.affogato.doctypes.frappe.desk.doctype.workspace;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.affogato.doctypes.frappe.desk.desktop.Blocks;
import org.affogato.engine.document.Document;
import org.affogato.engine.spi.Context;
import org.jspecify.annotations.Nullable;

/** The rows of a workspace that its blocks show: new ones come in, those that no block names any more go. */
final class Widgets {
    private static final List<String> KINDS = List.of("shortcut", "chart", "quick_list", "number_card", "custom_block");

    private final Document workspace;
    private final Context context;

    Widgets(Document workspace, Context context) {
        this.workspace = workspace;
        this.context = context;
    }

    void add(Map<String, @Nullable Object> widgets) {
        for (String kind : KINDS) {
            for (Map<String, @Nullable Object> widget : maps(widgets.get(kind))) {
                widget.remove("name");
                widget.remove("idx");
                context.documents().append(workspace, kind + "s", widget);
            }
        }
        maps(widgets.get("card")).forEach(this::putCard);
    }

    /** A card stands in for the one of the same label. */
    private void putCard(Map<String, @Nullable Object> card) {
        List<Document> kept = new ArrayList<>();
        boolean isReplaced = false;
        for (Document link : workspace.rows("links")) {
            if (isCard(link)) {
                isReplaced = link.get("label") != null && link.get("label").equals(card.get("label"));
            }
            if (!isReplaced) {
                kept.add(link);
            }
        }
        workspace.setRows("links", kept);
        append(card, Map.of("type", "Card Break"), List.of("label", "icon", "description", "hidden", "link_count"));
        for (Map<String, @Nullable Object> link : maps(card.get("links"))) {
            append(
                    link,
                    Map.of("type", "Link"),
                    List.of("label", "link_type", "link_to", "onboard", "only_for", "dependencies", "is_query_report"));
        }
    }

    private void append(Map<String, @Nullable Object> given, Map<String, String> fixed, List<String> taken) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>(fixed);
        taken.stream().filter(given::containsKey).forEach(key -> row.put(key, given.get(key)));
        context.documents().append(workspace, "links", row);
    }

    /** Of several rows with one label the last one stays. */
    void removeUnnamed(Blocks blocks) {
        for (String kind : KINDS) {
            Set<String> named = blocks.names(kind);
            Map<String, Document> kept = new LinkedHashMap<>();
            workspace.rows(kind + "s").stream()
                    .filter(row -> named.contains(row.text("label")))
                    .forEach(row -> kept.put(row.text("label"), row));
            workspace.setRows(kind + "s", numbered(List.copyOf(kept.values())));
        }
        removeCards(blocks.names("card"));
    }

    private void removeCards(Set<String> named) {
        List<Document> kept = new ArrayList<>();
        boolean isShown = true;
        for (Document link : workspace.rows("links")) {
            if (isCard(link)) {
                isShown = named.contains(link.text("label"));
            }
            if (isShown) {
                kept.add(link);
            }
        }
        workspace.setRows("links", numbered(kept));
    }

    private static List<Document> numbered(List<Document> rows) {
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).set("idx", i + 1L);
        }
        return rows;
    }

    private static boolean isCard(Document link) {
        return link.text("type").equals("Card Break");
    }

    private static List<Map<String, @Nullable Object>> maps(@Nullable Object value) {
        Object read = value instanceof String text ? Blocks.of(text).plain() : value;
        List<Map<String, @Nullable Object>> maps = new ArrayList<>();
        if (read instanceof List<?> list) {
            for (Object item : list) {
                if (item instanceof Map<?, ?> map) {
                    Map<String, @Nullable Object> copy = new LinkedHashMap<>();
                    map.forEach((key, part) -> copy.put(String.valueOf(key), part));
                    maps.add(copy);
                }
            }
        }
        return maps;
    }
}
