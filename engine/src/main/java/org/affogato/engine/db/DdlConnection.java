package org.affogato.engine.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * A connection for changes of the schema, beside the request's transaction, which DDL would commit. It waits shortly
 * for tables that others hold, and takes rows whose texts lie outside the page.
 */
final class DdlConnection implements AutoCloseable {
    private static final String SETTINGS = "SET SESSION lock_wait_timeout = %d, innodb_strict_mode = OFF";
    private static final String DEFAULTS = "SET SESSION lock_wait_timeout = DEFAULT, innodb_strict_mode = DEFAULT";

    private final Connection connection;

    /**
     * @param patience seconds to wait for a table that others hold
     */
    DdlConnection(DataSource source, int patience) throws SQLException {
        this.connection = source.getConnection();
        run(SETTINGS.formatted(patience));
    }

    Connection jdbc() {
        return connection;
    }

    void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            run(DEFAULTS);
        }
    }
}
