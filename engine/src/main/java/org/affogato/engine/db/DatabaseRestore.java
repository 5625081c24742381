package org.affogato.engine.db;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import javax.sql.DataSource;

/** Loads a dump, Affogato's own or one of {@code mariadb-dump}, in place of what the database holds. */
public final class DatabaseRestore {
    private final DataSource source;

    public DatabaseRestore(DataSource source) {
        this.source = source;
    }

    /** Whether the database holds any table. */
    public boolean isEmpty() {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            return objects(statement).isEmpty();
        } catch (SQLException error) {
            throw SqlFailure.of(error);
        }
    }

    /** Drops everything in the database, then runs the dump. */
    public void load(Reader dump, LongConsumer statementsDone) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute("SET FOREIGN_KEY_CHECKS=0");
            for (String object : objects(statement)) {
                statement.execute("DROP " + object);
            }
            run(new SqlScript(dump), statement, statementsDone);
            connection.abort(Runnable::run); // the dump changed the session's settings: not one for the pool
        } catch (SQLException error) {
            throw SqlFailure.of(error);
        } catch (IOException error) {
            throw new UncheckedIOException("The backup cannot be read", error);
        }
    }

    private static List<String> objects(Statement statement) throws SQLException {
        List<String> objects = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(
                "SELECT table_name, table_type FROM information_schema.tables" + " WHERE table_schema = DATABASE()")) {
            while (rows.next()) {
                String kind = rows.getString(2).equals("BASE TABLE") ? "TABLE" : rows.getString(2);
                objects.add(kind + " " + SqlText.quote(rows.getString(1)));
            }
        }
        return objects;
    }

    private static void run(SqlScript script, Statement statement, LongConsumer done) throws SQLException, IOException {
        long count = 0;
        for (String sql = script.next(); sql != null; sql = script.next()) {
            statement.execute(sql);
            done.accept(++count);
        }
    }
}
