package org.affogato.engine.db;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.spi.Database;
import org.jspecify.annotations.Nullable;

/**
 * Runs a statement that a site keeps as data, such as a Query Report's: on a connection of its own, in a transaction that
 * can write nothing, for a limited time and with a limited result. Values are bound.
 */
public final class ReadOnlySql {
    private static final int MOST_ROWS = 200_000;

    private final DataSource source;

    public ReadOnlySql(DataSource source) {
        this.source = source;
    }

    /**
     * A result.
     *
     * @param columns their headings
     */
    public record Table(List<String> columns, List<List<@Nullable Object>> rows) {}

    /**
     * @throws org.affogato.engine.error.QueryTimeoutError where it takes longer
     * @throws ValidationError where the database refuses the statement, or finds too many rows
     */
    public Table run(String sql, List<? extends @Nullable Object> values, Duration most) {
        try (Connection connection = source.getConnection();
                Statement transaction = connection.createStatement()) {
            transaction.execute("START TRANSACTION READ ONLY");
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setQueryTimeout(Math.toIntExact(most.toSeconds()));
                for (int i = 0; i < values.size(); i++) {
                    statement.setObject(i + 1, values.get(i));
                }
                return read(statement);
            } finally {
                transaction.execute("ROLLBACK");
            }
        } catch (SQLException error) {
            throw refusal(error);
        }
    }

    private static Table read(PreparedStatement statement) throws SQLException {
        try (ResultSet result = statement.executeQuery()) {
            ResultSetMetaData described = result.getMetaData();
            List<String> columns = new ArrayList<>();
            for (int i = 1; i <= described.getColumnCount(); i++) {
                columns.add(described.getColumnLabel(i));
            }
            Database.RowReader<List<@Nullable Object>> reader = RowReaders.lists();
            List<List<@Nullable Object>> rows = new ArrayList<>();
            while (result.next()) {
                if (rows.size() == MOST_ROWS) {
                    throw new ValidationError("The query finds more than %d rows: filter them".formatted(MOST_ROWS));
                }
                rows.add(reader.read(result));
            }
            return new Table(columns, rows);
        }
    }

    /** The text of the error stays here: it may tell more than the reader of a report may know. */
    private static RuntimeException refusal(SQLException error) {
        if (SqlFailure.of(error) instanceof SqlFailure failure) {
            ValidationError refusal =
                    new ValidationError("The database refuses the query (error %d)".formatted(failure.code()));
            refusal.initCause(error);
            return refusal;
        }
        return SqlFailure.of(error);
    }
}
