package org.affogato.engine.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes a list row by row. */
public interface RowSink {
    /** Comes once, before the first row. */
    void columns(List<ListedColumn> columns);

    /**
     * @param values in the order of the columns
     */
    void row(List<@Nullable Object> values);
}
