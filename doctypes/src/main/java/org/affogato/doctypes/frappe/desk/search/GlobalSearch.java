package org.affogato.doctypes.frappe.desk.search;

import java.util.ArrayList;
import java.util.List;
import org.affogato.engine.document.DocRef;
import org.affogato.engine.document.Document;
import org.affogato.engine.error.EngineException;
import org.affogato.engine.meta.Meta;
import org.affogato.engine.spi.Context;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The table that is searched. It knows no transactions, so it is written once a document's own is committed. Frappe:
 * {@code utils/global_search.py}.
 */
final class GlobalSearch {
    private static final Logger LOG = Logger.getLogger(GlobalSearch.class);
    private static final String PUT =
            "INSERT INTO `__global_search` (`doctype`, `name`, `content`, `published`, `title`, `route`)"
                    + " VALUES (?, ?, ?, 0, ?, ?) ON DUPLICATE KEY UPDATE `content` = VALUES(`content`),"
                    + " `published` = VALUES(`published`), `title` = VALUES(`title`), `route` = VALUES(`route`)";
    private static final int COLUMN = 140;
    private static final int AT_ONCE = 500;

    private final Context context;

    GlobalSearch(Context context) {
        this.context = context;
    }

    /** Puts in what a document says now; one that is cancelled or disabled is left as it was. */
    void putAfterCommit(Document document) {
        if (isShown(document)) {
            List<@Nullable Object> row = row(document);
            if (!row.isEmpty()) {
                afterCommit(document.ref(), () -> context.database().executeBatch(PUT, List.of(row)));
            }
        }
    }

    private static boolean isShown(Document document) {
        boolean off = document.meta().has("enabled") && !document.check("enabled");
        return document.integer("docstatus") < 2 && !off && !document.check("disabled");
    }

    private static List<@Nullable Object> row(Document document) {
        String content = SearchText.of(document);
        List<@Nullable Object> row = new ArrayList<>();
        if (!content.isEmpty()) {
            row.add(document.doctype());
            row.add(document.name());
            row.add(content);
            row.add(cut(document.text(document.meta().nameplateField())));
            row.add(cut(document.text("route")));
        }
        return row;
    }

    private static String cut(String text) {
        return text.substring(0, Math.min(text.length(), COLUMN));
    }

    void removeAfterCommit(DocRef place) {
        afterCommit(
                place,
                () -> context.database()
                        .execute(
                                "DELETE FROM `__global_search` WHERE `doctype` = ? AND `name` = ?",
                                place.doctype(),
                                place.name()));
    }

    /** The document is saved by then: that it is not found must not make its writer believe otherwise. */
    private void afterCommit(DocRef place, Runnable write) {
        context.afterCommit(() -> {
            try {
                write.run();
            } catch (EngineException failed) {
                LOG.warnf(failed, "The search does not know how %s stands", place);
            }
        });
    }

    /** Puts in all documents of a DocType anew; answers how many are in then. */
    long rebuild(String doctype) {
        Meta meta = context.meta(doctype);
        context.database().execute("DELETE FROM `__global_search` WHERE `doctype` = ?", doctype);
        if (meta.isSingle() || meta.isChild() || meta.isVirtual()) {
            return 0;
        }
        List<String> names = context.database()
                .query(
                        "SELECT name FROM {%s} WHERE docstatus < 2".formatted(doctype),
                        List.of(),
                        row -> row.getString(1));
        long put = 0;
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (String name : names) {
            context.documents()
                    .find(doctype, name)
                    .filter(GlobalSearch::isShown)
                    .map(GlobalSearch::row)
                    .filter(row -> !row.isEmpty())
                    .ifPresent(rows::add);
            if (rows.size() == AT_ONCE) {
                put += write(rows);
            }
        }
        return put + write(rows);
    }

    private long write(List<List<@Nullable Object>> rows) {
        long number = rows.size();
        context.database().executeBatch(PUT, rows);
        rows.clear();
        return number;
    }
}
