package org.affogato.api.method.desk.form;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import org.affogato.engine.document.DocRef;
import org.affogato.engine.document.Document;
import org.affogato.engine.meta.DocField;
import org.affogato.engine.meta.Meta;
import org.affogato.engine.spi.Context;
import org.jspecify.annotations.Nullable;

/**
 * The titles that links of a document show in place of names, for DocTypes that want it so. One statement, however many
 * links there are. Frappe: {@code set_link_titles}.
 */
final class LinkTitles {
    private final Context context;

    LinkTitles(Context context) {
        this.context = context;
    }

    /** By {@code DocType::name}; null where the linked document is gone. */
    Map<String, @Nullable Object> of(Document document) {
        SequencedSet<DocRef> links = new LinkedHashSet<>();
        gather(document, links);
        document.allRows().forEach(row -> gather(row, links));
        Map<String, @Nullable Object> titles = new LinkedHashMap<>();
        if (links.isEmpty()) {
            return titles;
        }
        links.forEach(link -> titles.put(key(link.doctype(), link.name()), null));
        read(links).forEach(titles::replace);
        return titles;
    }

    private void gather(Document document, SequencedSet<DocRef> links) {
        for (DocField field : document.meta().linkFields()) {
            add(field.options(), document.text(field.fieldname()), links);
        }
        for (DocField field : document.meta().dynamicLinkFields()) {
            String type = field.options() == null ? "" : document.text(field.options());
            add(type, document.text(field.fieldname()), links);
        }
    }

    private void add(@Nullable String doctype, String name, SequencedSet<DocRef> links) {
        if (doctype != null && !doctype.isEmpty() && !name.isEmpty() && showsTitle(doctype)) {
            links.add(new DocRef(doctype, name));
        }
    }

    private boolean showsTitle(String doctype) {
        if (!context.hasDoctype(doctype)) {
            return false;
        }
        Meta meta = context.meta(doctype);
        return meta.is("show_title_field_in_link")
                && meta.isColumn(meta.titleField())
                && !meta.titleField().equals("name")
                && !meta.isSingle()
                && !meta.isVirtual();
    }

    private Map<String, @Nullable Object> read(SequencedSet<DocRef> links) {
        Map<String, List<String>> names = new LinkedHashMap<>();
        links.forEach(link ->
                names.computeIfAbsent(link.doctype(), key -> new ArrayList<>()).add(link.name()));
        List<String> parts = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        names.forEach((doctype, some) -> {
            parts.add(select(context.meta(doctype), some.size()));
            values.add(doctype);
            values.addAll(some);
        });
        Map<String, @Nullable Object> titles = new LinkedHashMap<>();
        context.database().stream(
                String.join(" UNION ALL ", parts),
                values,
                row -> titles.put(key(row.getString(1), row.getString(2)), row.getString(3)));
        return titles;
    }

    private static String select(Meta meta, int names) {
        String marks = String.join(", ", Collections.nCopies(names, "?"));
        return "SELECT ?, name, {%1$s.%2$s} FROM {%1$s} WHERE name IN (%3$s)"
                .formatted(meta.name(), meta.titleField(), marks);
    }

    private static String key(String doctype, String name) {
        return doctype + "::" + name;
    }
}
