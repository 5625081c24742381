package org.affogato.api.method.desk.meta;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.affogato.engine.document.Document;
import org.affogato.engine.meta.Meta;
import org.affogato.engine.spi.Context;
import org.jspecify.annotations.Nullable;

/** What goes out with a definition beside its rows: scripts, print formats, workflow, connections. */
final class Assets {
    private static final List<String> KEYS = List.of(
            "__js",
            "__css",
            "__list_js",
            "__calendar_js",
            "__map_js",
            "__linked_with",
            "__messages",
            "__print_formats",
            "__workflow_docs",
            "__form_grid_templates",
            "__listview_template",
            "__tree_js",
            "__dashboard",
            "__kanban_column_fields",
            "__templates",
            "__custom_js",
            "__custom_list_js");

    private final Meta meta;
    private final Context context;

    Assets(Meta meta, Context context) {
        this.meta = meta;
        this.context = context;
    }

    /** Every key; null for all of a child table, which has no form of its own. */
    Map<String, @Nullable Object> all(Dashboard dashboard) {
        Map<String, @Nullable Object> assets = new LinkedHashMap<>();
        KEYS.forEach(key -> assets.put(key, null));
        if (!meta.isChild()) {
            addScripts(assets);
            assets.put("__print_formats", printFormats());
            assets.put("__workflow_docs", workflow());
            assets.put("__dashboard", dashboard.asMap());
            assets.put("__kanban_column_fields", kanbanFields());
        }
        return assets;
    }

    private void addScripts(Map<String, @Nullable Object> assets) {
        List<Map<String, @Nullable Object>> scripts = context.database()
                .query(
                        "SELECT name, script, view FROM {Client Script} WHERE dt = ? AND enabled = 1 ORDER BY creation",
                        meta.name());
        assets.put("__custom_js", script(scripts, "Form", "__custom_js"));
        assets.put("__custom_list_js", script(scripts, "List", "__custom_list_js"));
    }

    private String script(List<Map<String, @Nullable Object>> scripts, String view, String key) {
        StringBuilder text = new StringBuilder();
        for (Map<String, @Nullable Object> script : scripts) {
            Object code = script.get("script");
            if (view.equals(script.get("view")) && code != null && !code.equals("")) {
                text.append("\n// ")
                        .append(script.get("name"))
                        .append('\n')
                        .append(code)
                        .append("\n\n");
            }
        }
        String place = meta.name().replace(' ', '_').replace('-', '_').toLowerCase(Locale.ROOT);
        return text.append("\n\n//# sourceURL=").append(place).append(key).toString();
    }

    private List<Map<String, @Nullable Object>> printFormats() {
        List<Map<String, @Nullable Object>> formats = context.database()
                .query(
                        "SELECT * FROM {Print Format} WHERE doc_type = ? AND docstatus < 2 AND disabled = 0",
                        meta.name());
        formats.forEach(format -> format.put("doctype", "Print Format"));
        return formats;
    }

    /** The active workflow and its states, in the order of their first use. */
    private List<Document> workflow() {
        Optional<String> active = context
                .database()
                .query(
                        "SELECT name FROM {Workflow} WHERE document_type = ? AND is_active = 1 LIMIT 1",
                        List.of(meta.name()),
                        row -> row.getString(1))
                .stream()
                .findFirst();
        if (active.isEmpty()) {
            return List.of();
        }
        Document workflow = context.documents().get("Workflow", active.get());
        List<Document> docs = new ArrayList<>(List.of(workflow));
        Map<String, Document> states = new LinkedHashMap<>();
        for (Document row : workflow.rows("states")) {
            docs.add(states.computeIfAbsent(
                    row.text("state"), state -> context.documents().get("Workflow State", state)));
        }
        return docs;
    }

    private List<String> kanbanFields() {
        return context.database()
                .query(
                        "SELECT DISTINCT field_name FROM {Kanban Board} WHERE reference_doctype = ? AND private = 0",
                        List.of(meta.name()),
                        row -> row.getString(1));
    }
}
