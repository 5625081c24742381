package org.affogato.api.auth;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** The database outlives a run, and so would the counts of callers whom tests let go too far. */
@Singleton
class FreshCounts {
    private final DataSource source;

    FreshCounts(DataSource source) {
        this.source = source;
    }

    /** Before the site is brought up to date, which makes the tables anew. */
    void forget(@Observes @Priority(1) StartupEvent event) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("DROP TABLE IF EXISTS `__affogato_rate`");
            statement.execute("DROP TABLE IF EXISTS `__affogato_login_failure`");
        }
    }
}
