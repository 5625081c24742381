package org.affogato.api.method.desk.links;

import java.util.ArrayList;
import java.util.List;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.Database.RowConsumer;

/** Asks many tables in few statements. */
final class Union {
    /** So many tables are asked in one statement. */
    private static final int AT_ONCE = 40;

    private final List<String> parts = new ArrayList<>();
    private final List<List<?>> values = new ArrayList<>();

    /**
     * @param select in parentheses, with the columns of all others
     */
    void add(String select, List<?> bound) {
        parts.add(select);
        values.add(bound);
    }

    void run(Context context, RowConsumer rows) {
        for (int from = 0; from < parts.size(); from += AT_ONCE) {
            int to = Math.min(parts.size(), from + AT_ONCE);
            List<Object> bound = new ArrayList<>();
            values.subList(from, to).forEach(bound::addAll);
            context.database().stream(String.join(" UNION ALL ", parts.subList(from, to)), bound, rows);
        }
    }
}
