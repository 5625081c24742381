package org.affogato.engine.testing;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.affogato.engine.embedded.EmbeddedMariaDb;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.mariadb.jdbc.MariaDbPoolDataSource;

/**
 * A fresh, empty database for a test class, on the one embedded server of the test's JVM.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final TestDatabase DATABASE = new TestDatabase();
 * ... DATABASE.dataSource().getConnection() ...
 * }</pre>
 */
public final class TestDatabase implements BeforeAllCallback, AfterAllCallback {

    private static final AtomicInteger COUNTER = new AtomicInteger();
    private static final String FOLDER =
            Path.of("target", "test-database").toAbsolutePath().toString();

    private final String name = "test_" + ProcessHandle.current().pid() + "_" + COUNTER.incrementAndGet();
    private @Nullable MariaDbPoolDataSource pool;

    @Override
    public void beforeAll(ExtensionContext context) {
        dataSource();
    }

    /** Pooled connections to the fresh database. Usable without the extension too, then {@link #close} is the caller's. */
    public synchronized DataSource dataSource() {
        if (pool == null) {
            pool = open();
        }
        return pool;
    }

    public String name() {
        return name;
    }

    private MariaDbPoolDataSource open() {
        EmbeddedMariaDb server = EmbeddedMariaDb.at("jdbc:affogato:embedded:" + FOLDER + "?database=" + name);
        try {
            MariaDbPoolDataSource opened = new MariaDbPoolDataSource();
            opened.setUser(server.user());
            opened.setPassword(server.password());
            opened.setUrl(server.jdbcUrl(name)
                    + "?useServerPrepStmts=true&prepStmtCacheSize=500&useResetConnection=true&useBulkStmts=true&tinyInt1isBit=false"
                    + "&transformedBitIsBoolean=false&yearIsDateType=false&sslMode=disable&registerJmxPool=false"
                    + "&maxPoolSize=70&minPoolSize=1&poolValidMinDelay=60000");
            return opened;
        } catch (SQLException e) {
            throw new IllegalStateException("No pool for the test database " + name, e);
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        close();
    }

    /** Drops the database and closes its connections. */
    public synchronized void close() {
        if (pool == null) {
            return;
        }
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("DROP DATABASE `" + name + "`");
        } catch (SQLException e) {
            throw new IllegalStateException("The test database " + name + " cannot be dropped", e);
        } finally {
            pool.close();
            pool = null;
        }
    }
}
