package org.affogato.engine.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.util.Properties;
import org.affogato.engine.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class EmbeddedMariaDbTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final String URL =
            EmbeddedUrl.PREFIX + Path.of("target", "test-database").toAbsolutePath() + "?database=" + DATABASE.name();

    @Test
    void usesTheSettingsThatKeepDataSafe() throws SQLException {
        assertThat(variable("innodb_flush_log_at_trx_commit")).isEqualTo("1");
        assertThat(variable("innodb_snapshot_isolation")).isEqualTo("1");
        assertThat(variable("collation_database")).isEqualTo("utf8mb4_unicode_ci");
        assertThat(variable("bind_address")).isEqualTo("127.0.0.1");
    }

    /** A server that starts removes what an earlier one left in its folder: two of them may not share one. */
    @Test
    void keepsItsTemporaryFilesInItsOwnFolder() throws SQLException {
        assertThat(Path.of(variable("tmpdir")))
                .isEqualTo(Path.of("target", "test-database", "tmp").toAbsolutePath());
    }

    @Test
    void keepsThePasswordFromOtherUsers() throws Exception {
        Path settings = EmbeddedMariaDb.at(URL).clientSettings();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(settings)))
                .isEqualTo("rw-------");
        assertThat(EmbeddedMariaDb.at(URL).password()).hasSize(48);
    }

    @Test
    void carriesTimesUnchanged() throws SQLException {
        LocalDateTime summerGap = LocalDateTime.parse("2024-03-31T02:30:00.123456");
        try (Connection connection = new EmbeddedDriver().connect(URL, new Properties());
                var statement = connection.prepareStatement("SELECT ? AS t")) {
            statement.setObject(1, summerGap);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                assertThat(row.getObject(1, LocalDateTime.class)).isEqualTo(summerGap);
            }
        }
    }

    @Test
    void servesOtherJdbcUrlsToo() throws SQLException {
        EmbeddedMariaDb server = EmbeddedMariaDb.at(URL);
        Properties login = new Properties();
        login.setProperty("user", server.user());
        login.setProperty("password", server.password());
        try (Connection connection = new EmbeddedDriver().connect(server.jdbcUrl(DATABASE.name()), login)) {
            assertThat(connection.getCatalog()).isEqualTo(DATABASE.name());
        }
    }

    private static String variable(String name) throws SQLException {
        try (Connection connection = new EmbeddedDriver().connect(URL, new Properties());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT @@" + name)) {
            row.next();
            return row.getString(1);
        }
    }
}
