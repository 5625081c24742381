package org.affogato.api.method.desk.notify;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import org.affogato.api.method.desk.meta.Dashboard;
import org.affogato.engine.document.Document;
import org.affogato.engine.meta.Right;
import org.affogato.engine.spi.Context;
import org.jspecify.annotations.Nullable;

/** Counts the documents that a document points at and those that point at it. */
final class Connections {
    private final Context context;
    private final Document document;
    private final Dashboard dashboard;
    private final List<Map<String, Object>> external = new ArrayList<>();
    private final List<Map<String, Object>> internal = new ArrayList<>();

    Connections(Context context, Document document, Dashboard dashboard) {
        this.context = context;
        this.document = document;
        this.dashboard = dashboard;
    }

    /** Names in the document's own rows count before documents that name it. */
    void count(String doctype) {
        SequencedSet<Object> names = named(dashboard.wayTo(doctype));
        if (names.isEmpty()) {
            external.add(external(doctype));
            return;
        }
        Map<String, Object> found = new LinkedHashMap<>();
        found.put("doctype", doctype);
        found.put("open_count", 0);
        found.put("count", names.size());
        found.put("names", names);
        internal.add(found);
    }

    private SequencedSet<Object> named(List<@Nullable Object> way) {
        SequencedSet<Object> names = new LinkedHashSet<>();
        if (way.size() == 2) {
            for (Document row : document.rows(String.valueOf(way.getFirst()))) {
                Object value = row.get(String.valueOf(way.getLast()));
                if (value != null && !value.equals("")) {
                    names.add(value);
                }
            }
        }
        return names;
    }

    private Map<String, Object> external(String doctype) {
        String field = dashboard.fieldOf(doctype);
        Map<String, Object> found = new LinkedHashMap<>();
        found.put("doctype", doctype);
        boolean countable = field != null
                && context.hasDoctype(doctype)
                && !context.meta(doctype).isSingle()
                && context.meta(doctype).isColumn(field)
                && context.permissions().has(Right.READ, doctype);
        if (!countable) {
            found.put("open_count", 0);
            found.put("count", 0);
            return found;
        }
        Map<String, Object> open = OpenDocuments.filters(doctype);
        found.put("open_count", open.isEmpty() ? 0 : rows(doctype, open, field));
        found.put("count", rows(doctype, new LinkedHashMap<>(), field));
        return found;
    }

    private int rows(String doctype, Map<String, Object> filters, String field) {
        filters.put(field, document.name());
        return context.documents()
                .list(DeskNotifications.upToHundred(doctype, filters))
                .size();
    }

    Map<String, Object> asMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("external_links_found", external);
        map.put("internal_links_found", internal);
        return map;
    }
}
