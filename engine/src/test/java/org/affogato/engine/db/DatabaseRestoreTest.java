package org.affogato.engine.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.affogato.engine.error.InternalError;
import org.affogato.engine.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DatabaseRestoreTest {
    private static final String HEAD = "-- MariaDB dump 10.19\n";
    private static final String SITE = "DROP TABLE IF EXISTS `tabDocType`; CREATE TABLE `tabDocType` (`name` int);\n"
            + "INSERT INTO `tabDocType` VALUES (7);\n";
    private static final String END = "-- Dump completed on 2026-01-01\n";

    private final TestDatabase database = new TestDatabase();
    private final DatabaseRestore restore = new DatabaseRestore(database.dataSource());

    @BeforeEach
    void fill() throws SQLException {
        run("CREATE TABLE `tabDocType` (`name` int)");
        run("INSERT INTO `tabDocType` VALUES (1)");
        run("CREATE TABLE `tabChild` (`name` int)");
        run("CREATE SEQUENCE `child_id_seq`");
        run("CREATE VIEW `seen` AS SELECT `name` FROM `tabChild`");
    }

    @AfterEach
    void drop() {
        database.close();
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String> texts(String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }

    private void expectTheOldState() throws SQLException {
        assertThat(texts("SHOW TABLES")).containsExactlyInAnyOrder("child_id_seq", "seen", "tabChild", "tabDocType");
        assertThat(texts("SELECT `name` FROM `tabDocType`")).containsExactly("1");
        assertThat(texts("SELECT `name` FROM `seen`")).isEmpty();
    }

    @Test
    void replacesEverything() throws SQLException {
        restore.load(new StringReader(HEAD + SITE + END), done -> {});
        assertThat(texts("SHOW TABLES")).containsExactly("tabDocType");
        assertThat(texts("SELECT `name` FROM `tabDocType`")).containsExactly("7");
    }

    @Test
    void loadsItsOwnDump() throws SQLException {
        StringWriter dump = new StringWriter();
        new DatabaseDump(database.dataSource()).write(dump, (table, done) -> {});
        run("INSERT INTO `tabDocType` VALUES (2)");
        restore.load(new StringReader(dump.toString()), done -> {});
        assertThat(texts("SELECT `name` FROM `tabDocType`")).containsExactly("1");
    }

    @Test
    void aFailedLoadChangesNothing() throws SQLException {
        refused(HEAD + SITE, "its end is missing");
        refused(HEAD + SITE + "LOCK TABLES `tabDocType` WRITE; INSERT INTO `nowhere` VALUES (1);" + END, "nowhere");
        refused("CREATE TABLE `other` (a int);", "no site");
        refused("", "no site");
    }

    private void refused(String dump, String told) throws SQLException {
        assertThatThrownBy(() -> restore.load(new StringReader(dump), done -> {}))
                .isInstanceOf(InternalError.class)
                .hasMessageContaining(told)
                .hasMessageEndingWith("The database is as it was before");
        expectTheOldState();
    }

    @Test
    void aKilledLoadIsUndoneLater() throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            SetAside.begin(connection);
        }
        run("CREATE TABLE `tabDocType` (`name` text)");
        assertThat(restore.undoInterrupted()).isTrue();
        expectTheOldState();
        assertThat(restore.undoInterrupted()).isFalse();
    }

    @Test
    void nobodyElseMayBeConnected() throws SQLException {
        try (Connection other = database.dataSource().getConnection()) {
            assertThat(other.isValid(1)).isTrue();
            assertThatThrownBy(() -> ExclusiveUse.take(database.dataSource()))
                    .isInstanceOf(InternalError.class)
                    .hasMessageContaining("Stop the server");
        }
    }
}
