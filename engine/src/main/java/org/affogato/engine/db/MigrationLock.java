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
    static final String RELEASE = "DO RELEASE_LOCK(CONCAT('affogato.migrate.', DATABASE()))";

    private static final int PATIENCE = 600;

    private final DataSource source;

    public MigrationLock(DataSource source) {
        this.source = source;
    }

    /** The statement that takes the lock, and answers 1, or gives up after some seconds. */
    static String take(int seconds) {
        return "SELECT GET_LOCK(CONCAT('affogato.migrate.', DATABASE()), " + seconds + ")";
    }

    /** Waits for a running migrate or restore, then does the work. */
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
        try (PreparedStatement statement = connection.prepareStatement(take(PATIENCE));
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
