package org.affogato.api.budget;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * The statements that the database server executes, by its own general log: a batch is one, COMMIT and SET are none, as
 * DESIGN counts. What runs in the background can only add some, hence the least of several tries is what a request costs.
 */
final class ServerLog {
    private static final int TRIES = 5;
    private static final String EXECUTED = "SELECT `argument` FROM `mysql`.`general_log`"
            + " WHERE `command_type` IN ('Query', 'Execute', 'Bulk_execute', 'Bulk execute')"
            + " AND `argument` NOT REGEXP '^(SET|COMMIT|ROLLBACK|START TRANSACTION|BEGIN)'";

    private final DataSource source;

    ServerLog(DataSource source) {
        this.source = source;
    }

    /** What a request costs that has run before. */
    List<String> leastOf(Runnable request) throws SQLException {
        request.run();
        request.run();
        List<String> least = once(request);
        for (int i = 1; i < TRIES; i++) {
            List<String> statements = once(request);
            least = statements.size() < least.size() ? statements : least;
        }
        return least;
    }

    private List<String> once(Runnable request) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SET GLOBAL log_output = 'TABLE'");
            statement.execute("TRUNCATE TABLE `mysql`.`general_log`");
            statement.execute("SET GLOBAL general_log = ON");
            request.run();
            statement.execute("SET GLOBAL general_log = OFF");
            List<String> statements = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery(EXECUTED)) {
                while (rows.next()) {
                    statements.add(rows.getString(1));
                }
            }
            return statements;
        }
    }
}
