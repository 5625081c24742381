package org.affogato.engine.db;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.sql.DataSource;
import org.affogato.engine.meta.Meta;
import org.affogato.engine.spi.Database;
import org.jspecify.annotations.Nullable;

/**
 * The transaction of one request. The connection is taken at the first statement; reads run in autocommit until the
 * first write or {@link #begin}, so that a request that only reads costs no transaction. For one thread.
 */
public final class Transaction implements Database, AutoCloseable {
    /** Rows of a streamed result that the driver holds. */
    private static final int ROWS_AT_ONCE = 500;

    private final DataSource source;
    private final Placeholders placeholders;
    private final List<Runnable> beforeCommit = new ArrayList<>();
    private final List<Runnable> afterCommit = new ArrayList<>();
    private final List<Runnable> afterRollback = new ArrayList<>();
    private @Nullable Connection connection;
    private boolean open;
    private long opened;
    private int savepoints;

    public Transaction(DataSource source, Function<String, Meta> metas) {
        this.source = source;
        this.placeholders = new Placeholders(metas);
    }

    @Override
    public List<Map<String, @Nullable Object>> query(String sql, @Nullable Object... values) {
        return query(sql, Arrays.asList(values), RowReaders.maps());
    }

    @Override
    public <T extends @Nullable Object> List<T> query(
            String sql, List<? extends @Nullable Object> values, RowReader<T> reader) {
        List<T> rows = new ArrayList<>();
        read(sql, values, 0, row -> rows.add(reader.read(row)));
        return rows;
    }

    @Override
    public void stream(String sql, List<? extends @Nullable Object> values, RowConsumer consumer) {
        read(sql, values, ROWS_AT_ONCE, consumer);
    }

    private void read(String sql, List<? extends @Nullable Object> values, int fetchSize, RowConsumer consumer) {
        try (PreparedStatement statement = prepare(sql, values)) {
            if (fetchSize > 0) {
                statement.setFetchSize(fetchSize);
            }
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    consumer.accept(result);
                }
            }
        } catch (SQLException error) {
            throw SqlFailure.of(error);
        }
    }

    @Override
    public long execute(String sql, @Nullable Object... values) {
        begin();
        try (PreparedStatement statement = prepare(sql, Arrays.asList(values))) {
            return statement.executeLargeUpdate();
        } catch (SQLException error) {
            throw SqlFailure.of(error);
        }
    }

    @Override
    public long executeBatch(String sql, List<? extends List<? extends @Nullable Object>> rows) {
        if (rows.isEmpty()) {
            return 0;
        }
        begin();
        try (PreparedStatement statement = connection().prepareStatement(placeholders.resolve(sql))) {
            for (List<? extends @Nullable Object> row : rows) {
                bind(statement, row);
                statement.addBatch();
            }
            return touched(statement.executeLargeBatch(), rows.size());
        } catch (SQLException error) {
            throw SqlFailure.of(error);
        }
    }

    private static long touched(long[] counts, int rows) {
        if (Arrays.stream(counts).anyMatch(count -> count == Statement.SUCCESS_NO_INFO)) {
            return rows;
        }
        return Arrays.stream(counts).sum();
    }

    @Override
    public void begin() {
        if (!open) {
            opened = System.nanoTime();
            command("START TRANSACTION");
            open = true;
        }
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public boolean wasOpen(long nanoTime) {
        return open && opened - nanoTime <= 0;
    }

    @Override
    public void savepoint(Runnable action) {
        begin();
        String name = "s" + ++savepoints;
        int undone = afterRollback.size();
        command("SAVEPOINT " + name);
        try {
            action.run();
        } catch (RuntimeException error) {
            command("ROLLBACK TO SAVEPOINT " + name);
            undo(undone);
            throw error;
        }
        command("RELEASE SAVEPOINT " + name);
    }

    /** Runs the action as the last writes of the transaction. */
    public void beforeCommit(Runnable action) {
        beforeCommit.add(action);
    }

    /** Runs the action once the transaction is committed. */
    public void afterCommit(Runnable action) {
        afterCommit.add(action);
    }

    /** Runs the action once the transaction, or the savepoint that is open now, is rolled back. */
    public void afterRollback(Runnable action) {
        afterRollback.add(action);
    }

    /** What was done last is undone first. */
    private void undo(int from) {
        List<Runnable> late = afterRollback.subList(from, afterRollback.size());
        List<Runnable> waiting = List.copyOf(late).reversed();
        late.clear();
        waiting.forEach(Runnable::run);
    }

    /** Commits what was written, then runs what waits for it. */
    public void commit() {
        List<Runnable> last = List.copyOf(beforeCommit);
        beforeCommit.clear();
        last.forEach(Runnable::run);
        if (open) {
            command("COMMIT");
            open = false;
        }
        afterRollback.clear();
        List<Runnable> waiting = List.copyOf(afterCommit);
        afterCommit.clear();
        waiting.forEach(Runnable::run);
    }

    /** Undoes what was written; what waited for the commit never runs. */
    public void rollback() {
        beforeCommit.clear();
        afterCommit.clear();
        try {
            if (open) {
                open = false;
                command("ROLLBACK");
            }
        } finally {
            undo(0);
        }
    }

    /** Gives the connection back; rolls back what was not committed. */
    @Override
    public void close() {
        try {
            rollback();
        } finally {
            release();
        }
    }

    private void release() {
        if (connection == null) {
            return;
        }
        try {
            connection.close();
        } catch (SQLException error) {
            throw SqlFailure.of(error);
        } finally {
            connection = null;
        }
    }

    private void command(String sql) {
        try (Statement statement = connection().createStatement()) {
            statement.execute(sql);
        } catch (SQLException error) {
            throw SqlFailure.of(error);
        }
    }

    private PreparedStatement prepare(String sql, List<? extends @Nullable Object> values) throws SQLException {
        PreparedStatement statement = connection().prepareStatement(placeholders.resolve(sql));
        bind(statement, values);
        return statement;
    }

    private static void bind(PreparedStatement statement, List<? extends @Nullable Object> values) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            statement.setObject(i + 1, values.get(i));
        }
    }

    private Connection connection() throws SQLException {
        Connection current = connection;
        if (current == null) {
            current = source.getConnection();
            connection = current;
        }
        return current;
    }
}
