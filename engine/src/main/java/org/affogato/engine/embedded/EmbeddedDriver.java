package org.affogato.engine.embedded;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.util.Properties;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The JDBC driver of the application's datasource. A URL that names a data folder ({@link EmbeddedUrl}) starts the bundled
 * server at the first connection; every other URL goes to the MariaDB driver, so that one setting changes the server.
 */
public final class EmbeddedDriver implements Driver {

    private final org.mariadb.jdbc.Driver mariaDb = new org.mariadb.jdbc.Driver();

    @Override
    public boolean acceptsURL(String url) {
        return EmbeddedUrl.accepts(url) || mariaDb.acceptsURL(url);
    }

    @Override
    public @Nullable Connection connect(String url, Properties info) throws SQLException {
        if (!EmbeddedUrl.accepts(url)) {
            return mariaDb.connect(url, ConnectionDefaults.completed(url, info));
        }
        return connectEmbedded(url, info);
    }

    private @Nullable Connection connectEmbedded(String url, Properties info) throws SQLException {
        EmbeddedUrl embedded;
        EmbeddedMariaDb server;
        try {
            embedded = EmbeddedUrl.parse(url);
            server = EmbeddedMariaDb.at(embedded);
        } catch (EmbeddedDatabaseException | IllegalArgumentException e) {
            throw new SQLNonTransientConnectionException(e.getMessage(), "08001", e);
        }
        Properties all = ConnectionDefaults.completed(url, info);
        all.setProperty("user", server.user());
        all.setProperty("password", server.password());
        all.setProperty("sslMode", "disable");
        return mariaDb.connect(server.jdbcUrl(embedded.database()), all);
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) throws SQLException {
        return EmbeddedUrl.accepts(url) ? new DriverPropertyInfo[0] : mariaDb.getPropertyInfo(url, info);
    }

    @Override
    public int getMajorVersion() {
        return mariaDb.getMajorVersion();
    }

    @Override
    public int getMinorVersion() {
        return mariaDb.getMinorVersion();
    }

    @Override
    public boolean jdbcCompliant() {
        return mariaDb.jdbcCompliant();
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getLogger("org.mariadb.jdbc");
    }
}
