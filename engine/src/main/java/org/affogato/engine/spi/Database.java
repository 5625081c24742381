package org.affogato.engine.spi;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * SQL in the context's transaction. The text is constant, values are bound with {@code ?}. DocType tables and fields
 * may be written as placeholders that are resolved and checked against the metadata: <code>{Analytics Event}</code> is
 * the table, <code>{Analytics Event.user}</code> its column. Reads before the first write run in autocommit;
 * the first write or lock opens the transaction. Database errors come out as engine errors, never as SQLException.
 */
public interface Database {
    /** Rows as maps in column order. */
    List<Map<String, @Nullable Object>> query(String sql, @Nullable Object... values);

    <T extends @Nullable Object> List<T> query(
            String sql, List<? extends @Nullable Object> values, RowReader<T> reader);

    /** Reads row by row without holding them all. */
    void stream(String sql, List<? extends @Nullable Object> values, RowConsumer consumer);

    /** Runs one writing statement; answers the number of rows it touched. */
    long execute(String sql, @Nullable Object... values);

    /** Runs one statement for many rows; answers the rows touched in all. */
    long executeBatch(String sql, List<? extends List<? extends @Nullable Object>> rows);

    /** Makes sure the transaction is open, so that the following reads see one state and locks hold. */
    void begin();

    /** Whether the transaction is open: reads then see its state, perhaps an older one than others committed since. */
    boolean isOpen();

    /**
     * Whether the open transaction was so at that time already, so that its reads may lack what was committed then.
     *
     * @param nanoTime as {@link System#nanoTime()} gives it
     */
    boolean wasOpen(long nanoTime);

    /** Runs the action; its writes are undone if it throws. */
    void savepoint(Runnable action);

    /** Turns a row into a value. */
    @FunctionalInterface
    interface RowReader<T extends @Nullable Object> {
        T read(ResultSet row) throws SQLException;
    }

    /** Takes a row. */
    @FunctionalInterface
    interface RowConsumer {
        void accept(ResultSet row) throws SQLException;
    }
}
