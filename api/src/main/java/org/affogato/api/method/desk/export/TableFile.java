package org.affogato.api.method.desk.export;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes a table row by row and writes it in one of the formats of {@link Download}. */
public interface TableFile extends AutoCloseable {
    void row(List<? extends @Nullable Object> values);

    /** Writes what is left; the file is whole then. */
    @Override
    void close();
}
