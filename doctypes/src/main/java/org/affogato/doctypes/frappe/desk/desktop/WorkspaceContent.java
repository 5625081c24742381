package org.affogato.doctypes.frappe.desk.desktop;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.affogato.engine.document.Document;
import org.affogato.engine.meta.Right;
import org.affogato.engine.spi.Context;
import org.jspecify.annotations.Nullable;

/** What is on a workspace, as far as it leads somewhere for the caller. Frappe: {@code desktop.Workspace}. */
final class WorkspaceContent {
    private static final Set<String> RUN_BY_QUERY = Set.of("Query Report", "Script Report", "Custom Report");

    private final Document workspace;
    private final Context context;
    private final Reach reach;

    WorkspaceContent(Document workspace, Context context) {
        this.workspace = workspace;
        this.context = context;
        this.reach = new Reach(context);
    }

    Map<String, @Nullable Object> all() {
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        all.put("charts", items(readable("charts", "Dashboard Chart", "chart_name")));
        all.put("shortcuts", items(shortcuts()));
        all.put("cards", items(new WorkspaceCards(workspace, context, reach).all()));
        all.put("onboardings", items(new Onboarding(context).of(workspace)));
        all.put("quick_lists", items(quickLists()));
        all.put("number_cards", items(readable("number_cards", "Number Card", "number_card_name")));
        all.put("custom_blocks", items(customBlocks()));
        return all;
    }

    private static Map<String, Object> items(List<?> items) {
        return Map.of("items", items);
    }

    /** Rows that name a document which the caller may read. */
    private List<Document> readable(String table, String doctype, String nameField) {
        if (!context.permissions().has(Right.READ, doctype)) {
            return List.of();
        }
        List<Document> found = new ArrayList<>();
        for (Document row : workspace.rows(table)) {
            boolean may = context.documents()
                    .find(doctype, row.text(nameField))
                    .filter(named -> context.permissions().has(Right.READ, named))
                    .isPresent();
            if (may) {
                found.add(labelled(row, nameField));
            }
        }
        return found;
    }

    private static Document labelled(Document row, String nameField) {
        return row.text("label").isEmpty() ? row.set("label", row.get(nameField)) : row;
    }

    private List<Map<String, @Nullable Object>> shortcuts() {
        List<Map<String, @Nullable Object>> found = new ArrayList<>();
        for (Document row : workspace.rows("shortcuts")) {
            String type = row.text("type").toLowerCase(Locale.ROOT);
            if (reach.leadsTo(type, row.text("link_to"))) {
                Map<String, @Nullable Object> shortcut =
                        new LinkedHashMap<>(labelled(row, "link_to").values());
                shortcut.put("doctype", row.doctype());
                if (type.equals("report")) {
                    describeReport(row.text("link_to"), shortcut);
                }
                found.add(shortcut);
            }
        }
        return found;
    }

    private void describeReport(String name, Map<String, @Nullable Object> shortcut) {
        Map<String, @Nullable Object> report = reach.reports().getOrDefault(name, Map.of());
        if (RUN_BY_QUERY.contains(String.valueOf(report.get("report_type")))) {
            shortcut.put("is_query_report", 1);
        } else {
            shortcut.put("ref_doctype", report.get("ref_doctype"));
        }
    }

    private List<Document> quickLists() {
        return workspace.rows("quick_lists").stream()
                .filter(row -> reach.leadsTo("doctype", row.text("document_type")))
                .map(row -> labelled(row, "document_type"))
                .toList();
    }

    /** Blocks may be for some roles only. */
    private List<Document> customBlocks() {
        String sql = "SELECT role FROM {Has Role} WHERE parent = ? AND parenttype = 'Custom HTML Block'";
        return readable("custom_blocks", "Custom HTML Block", "custom_block_name").stream()
                .filter(row -> {
                    List<String> wanted = context.database()
                            .query(sql, List.of(row.text("custom_block_name")), role -> role.getString(1));
                    return wanted.isEmpty() || wanted.stream().anyMatch(context.roles()::contains);
                })
                .toList();
    }
}
