package org.affogato.doctypes.frappe.desk.search;

import java.util.List;
import org.affogato.engine.document.Document;
import org.affogato.engine.spi.App.DocEventListener;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.DocEvent;

/** Keeps the search in step with documents; it costs those nothing whose DocType has no field that is searched. */
public record SearchListener(DocEvent event) implements DocEventListener {
    /** One for each moment that changes what is found. */
    public static List<DocEventListener> all() {
        return List.of(
                new SearchListener(DocEvent.ON_UPDATE),
                new SearchListener(DocEvent.ON_UPDATE_AFTER_SUBMIT),
                new SearchListener(DocEvent.BEFORE_RENAME),
                new SearchListener(DocEvent.AFTER_RENAME),
                new SearchListener(DocEvent.AFTER_DELETE));
    }

    @Override
    public String doctype() {
        return "*";
    }

    @Override
    public void on(Document document, Context context) {
        boolean hasRow = !document.meta().isSingle() && !document.meta().isVirtual();
        if (!hasRow || context.flags().inMigrate() || !isSearched(document, context)) {
            return;
        }
        GlobalSearch search = new GlobalSearch(context);
        if (event == DocEvent.BEFORE_RENAME || event == DocEvent.AFTER_DELETE) {
            search.removeAfterCommit(document.ref());
        } else {
            search.putAfterCommit(document);
        }
    }

    private static boolean isSearched(Document document, Context context) {
        return SearchText.isSearched(document.meta())
                || document.meta().tableFields().stream()
                        .map(table -> table.options())
                        .anyMatch(child -> child != null
                                && context.hasDoctype(child)
                                && SearchText.isSearched(context.meta(child)));
    }
}
