package org.affogato.engine.db;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Looks at a table's data where a change of its columns depends on it. */
final class TableProbe {
    private final Connection connection;

    TableProbe(Connection connection) {
        this.connection = connection;
    }

    /** The length of the longest text in the column; 0 for none. */
    long longest(String table, String column) throws SQLException {
        return number("SELECT COALESCE(MAX(CHAR_LENGTH(%s)), 0) FROM %s"
                .formatted(SqlText.quote(column), SqlText.quote(table)));
    }

    boolean isEmpty(String table) throws SQLException {
        return number("SELECT EXISTS (SELECT 1 FROM %s LIMIT 1)".formatted(SqlText.quote(table))) == 0;
    }

    boolean hasDuplicates(String table, String column) throws SQLException {
        return number(
                        "SELECT EXISTS (SELECT 1 FROM %2$s WHERE IFNULL(%1$s, '') <> '' GROUP BY %1$s HAVING COUNT(*) > 1)"
                                .formatted(SqlText.quote(column), SqlText.quote(table)))
                == 1;
    }

    private long number(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
