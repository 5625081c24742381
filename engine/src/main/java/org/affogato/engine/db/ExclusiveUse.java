package org.affogato.engine.db;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.affogato.engine.error.InternalError;

/** Holds a database for one who replaces all of it: nobody else is connected, and no migrate begins meanwhile. */
public final class ExclusiveUse implements AutoCloseable {
    private static final String OTHERS =
            "SELECT COUNT(*) FROM information_schema.processlist WHERE db = DATABASE() AND id <> CONNECTION_ID()";

    private final Connection connection;

    private ExclusiveUse(Connection connection) {
        this.connection = connection;
    }

    /**
     * Takes it at once or says who is in the way.
     *
     * @param source a pool with no open connection but idle ones that this call may take
     */
    public static ExclusiveUse take(DataSource source) {
        try {
            ExclusiveUse use = new ExclusiveUse(source.getConnection());
            try {
                use.check();
                return use;
            } catch (SQLException | InternalError refused) {
                use.connection.close();
                throw refused;
            }
        } catch (SQLException error) {
            throw SqlFailure.of(error);
        }
    }

    private void check() throws SQLException {
        if (first(MigrationLock.take(0)) != 1) {
            throw new InternalError("A migrate or a restore of this database is running. Wait until it is done");
        }
        long others = first(OTHERS);
        if (others > 0) {
            throw new InternalError("The database is in use (" + others
                    + " other connections). Stop the server, and all else that is connected, then try again");
        }
    }

    private long first(String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    @Override
    public void close() {
        try (connection;
                PreparedStatement release = connection.prepareStatement(MigrationLock.RELEASE)) {
            release.execute();
        } catch (SQLException error) {
            throw SqlFailure.of(error);
        }
    }
}
