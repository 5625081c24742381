package org.affogato.engine.db;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.affogato.engine.error.InternalError;

/** Lets one migrate of a database run at a time, over all nodes. */
public final class MigrationLock {
    private static final String TAKE = "SELECT GET_LOCK(CONCAT('affogato.migrate.', DATABASE()), 600)";
    private static final String RELEASE = "DO RELEASE_LOCK(CONCAT('affogato.migrate.', DATABASE()))";

    private final DataSource source;

    public MigrationLock(DataSource source) {
        this.source = source;
    }

    /** Waits for a running migrate, then does the work. */
    public <T> T whileHeld(Supplier<T> work) {
        try (Connection connection = source.getConnection()) {
            take(connection);
            try {
                return work.get();
            } finally {
                run(connection, RELEASE);
            }
        } catch (SQLException error) {
            throw SqlFailure.of(error);
        }
    }

    private static void take(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(TAKE);
                ResultSet row = statement.executeQuery()) {
            if (!row.next() || row.getInt(1) != 1) {
                throw new InternalError("Another migrate of this database is running");
            }
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.execute();
        }
    }
}
