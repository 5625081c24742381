package org.affogato.engine.embedded;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The MariaDB server that Affogato starts for itself on a data folder, so that a first run and a test need nothing
 * installed. One server per folder and JVM; it ends, cleanly, when the JVM does.
 */
public final class EmbeddedMariaDb {

    private static final Logger LOG = Logger.getLogger(EmbeddedMariaDb.class);
    private static final Map<Path, EmbeddedMariaDb> RUNNING = new ConcurrentHashMap<>();
    private static final String USER = "root";
    private static final Duration PREDECESSOR_LIMIT = Duration.ofSeconds(60);
    private static final Duration POOLS_LIMIT = Duration.ofSeconds(10);

    private final DataFolder folder;
    private final ServerFiles files;
    private final String bufferPool;
    private final boolean attach;
    private final Map<String, Boolean> databases = new ConcurrentHashMap<>();
    private @Nullable ServerProcess process;

    private EmbeddedMariaDb(EmbeddedUrl url) {
        this.folder = new DataFolder(url.folder());
        this.files = ServerArchive.files(url.folder());
        this.bufferPool = url.bufferPool();
        this.attach = url.attach();
    }

    /** The running server of a URL's data folder, started when need be, with the URL's database in it. */
    public static EmbeddedMariaDb at(String url) {
        return at(EmbeddedUrl.parse(url));
    }

    static EmbeddedMariaDb at(EmbeddedUrl url) {
        EmbeddedMariaDb server = RUNNING.computeIfAbsent(url.folder(), _ -> new EmbeddedMariaDb(url));
        server.ensureRunning();
        server.databases.computeIfAbsent(url.database(), server::createDatabase);
        return server;
    }

    private synchronized void ensureRunning() {
        if (process != null && process.isAlive()) {
            return;
        }
        if (process != null) {
            LOG.warnf("The database server in %s has ended by itself and is started again", folder.path());
            start();
            return;
        }
        switch (folder.hold()) {
            case OURS -> startFirst();
            case SAME_PROCESS -> LOG.debugf("Using the server that runs already on %s", folder.path());
            case OTHER_PROCESS -> attachOrRefuse();
        }
    }

    private void attachOrRefuse() {
        if (attach && folder.server().isPresent()) {
            LOG.debugf("Using the server that another process runs on %s", folder.path());
            return;
        }
        throw new EmbeddedDatabaseException("The data folder " + folder.path()
                + " is in use by another running Affogato. Stop that one, or name another folder by AFFOGATO_DATA");
    }

    private void startFirst() {
        try {
            awaitPredecessor();
            if (!Files.exists(folder.data())) {
                initialise();
            }
            start();
        } catch (EmbeddedDatabaseException e) {
            folder.release();
            throw e;
        }
        Runtime.getRuntime().addShutdownHook(new Thread(this::shutDown, "affogato-mariadb-stop"));
    }

    /** After kill -9 of an earlier process its server needs a moment to write its last pages. */
    private void awaitPredecessor() {
        long deadline = System.nanoTime() + PREDECESSOR_LIMIT.toNanos();
        while (folder.server().isPresent()) {
            if (System.nanoTime() > deadline) {
                throw new EmbeddedDatabaseException("A database server of an earlier run still uses " + folder.data()
                        + " (process " + folder.server().map(ProcessHandle::pid).orElse(0L) + ")");
            }
            ServerProcess.pause(50);
        }
    }

    private void initialise() {
        LOG.infof("Initialising a database in %s", folder.path());
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        String password = HexFormat.of().formatHex(random);
        folder.writeClient(USER, password, 0);
        ServerProcess.initialise(files, folder, userSql(password));
    }

    /** One administrator, by password, from this machine only. The server's bootstrap wants one statement a line. */
    private static String userSql(String password) {
        return """
                use mysql;
                delete from proxies_priv;
                delete from global_priv where User in ('root', '');
                insert into global_priv values ('127.0.0.1', 'root', concat('{"access":18446744073709551615,"plugin":"mysql_native_password","authentication_string":"', password('%s'), '"}'));
                """.formatted(password);
    }

    private void start() {
        ServerProcess started = ServerProcess.start(files, folder, bufferPool);
        folder.writeClient(USER, password(), started.port());
        process = started;
    }

    public String user() {
        return USER;
    }

    public String password() {
        return folder.clientValue("password")
                .orElseThrow(() -> new EmbeddedDatabaseException(
                        "The password of the database in " + folder.path() + " is missing: " + folder.client()));
    }

    /** The address of one of this server's databases for the plain MariaDB driver. */
    public String jdbcUrl(String database) {
        return "jdbc:mariadb://127.0.0.1:" + folder.clientValue("port").orElse("0") + "/" + database;
    }

    /** The settings of MariaDB's client programs for this server, password included; readable by the owner only. */
    public Path clientSettings() {
        return folder.client();
    }

    /** A client program of the server's version, such as {@code mariadb-dump}. */
    public Path program(String name) {
        return files.program(name);
    }

    private boolean createDatabase(String database) {
        try (Connection connection = administrate();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE IF NOT EXISTS `" + database
                    + "` CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci");
            return true;
        } catch (SQLException e) {
            throw new EmbeddedDatabaseException("The database " + database + " cannot be made: " + e.getMessage(), e);
        }
    }

    private Connection administrate() throws SQLException {
        Properties login = new Properties();
        login.setProperty("user", USER);
        login.setProperty("password", password());
        login.setProperty("sslMode", "disable");
        return new org.mariadb.jdbc.Driver().connect(jdbcUrl(""), login);
    }

    /** Hooks run side by side, so this one lets the application finish its requests and close its pool first. */
    private void shutDown() {
        ServerProcess running = process;
        if (running == null) {
            return;
        }
        awaitPools();
        running.stop();
        folder.release();
    }

    private void awaitPools() {
        long deadline = System.nanoTime() + POOLS_LIMIT.toNanos();
        try (Connection connection = administrate();
                Statement statement = connection.createStatement()) {
            while (othersConnected(statement) && System.nanoTime() < deadline) {
                ServerProcess.pause(20);
            }
        } catch (SQLException e) {
            LOG.debugf("The server ended before its clients: %s", e.getMessage());
        }
    }

    private static boolean othersConnected(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("SELECT COUNT(*) FROM information_schema.processlist"
                + " WHERE user = '" + USER + "' AND id <> CONNECTION_ID()")) {
            return row.next() && row.getLong(1) > 0;
        }
    }
}
