package org.affogato.engine.query;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.affogato.engine.db.RowReaders;
import org.affogato.engine.spi.Database;
import org.jspecify.annotations.Nullable;

/** Writes down every statement that is sent. */
record CountedDatabase(Database database, List<String> statements) implements Database {
    @Override
    public List<Map<String, @Nullable Object>> query(String sql, @Nullable Object... values) {
        return query(sql, Arrays.asList(values), RowReaders.maps());
    }

    @Override
    public <T extends @Nullable Object> List<T> query(
            String sql, List<? extends @Nullable Object> values, RowReader<T> reader) {
        statements.add(sql);
        return database.query(sql, values, reader);
    }

    @Override
    public void stream(String sql, List<? extends @Nullable Object> values, RowConsumer consumer) {
        statements.add(sql);
        database.stream(sql, values, consumer);
    }

    @Override
    public long execute(String sql, @Nullable Object... values) {
        return database.execute(sql, values);
    }

    @Override
    public long executeBatch(String sql, List<? extends List<? extends @Nullable Object>> rows) {
        return database.executeBatch(sql, rows);
    }

    @Override
    public void begin() {
        database.begin();
    }

    @Override
    public void savepoint(Runnable action) {
        database.savepoint(action);
    }

    @Override
    public boolean isOpen() {
        return database.isOpen();
    }

    @Override
    public boolean wasOpen(long nanoTime) {
        return database.wasOpen(nanoTime);
    }
}
