package org.affogato.doctypes.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import javax.sql.DataSource;
import org.affogato.engine.Engine;
import org.affogato.engine.install.MigrationPlan;
import org.affogato.engine.install.Progress;
import org.affogato.engine.testing.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A database that Frappe made is taken over as it stands: no column of it changes, and what it holds stays. */
class FrappeSiteTest {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final DataSource SOURCE = DATABASE.dataSource();

    @BeforeAll
    static void restore() throws Exception {
        Path dump = Shared.file("frappe/site.sql.gz");
        try (Connection connection = SOURCE.getConnection();
                Statement statement = connection.createStatement();
                BufferedReader lines = new BufferedReader(new InputStreamReader(
                        new GZIPInputStream(Files.newInputStream(dump)), StandardCharsets.UTF_8))) {
            run(lines, statement);
        }
    }

    private static void run(BufferedReader lines, Statement statement) throws IOException, SQLException {
        StringBuilder text = new StringBuilder();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("--") || line.startsWith("/*M!") || line.isBlank() && text.isEmpty()) {
                continue;
            }
            text.append(line).append('\n');
            if (line.endsWith(";")) {
                statement.execute(text.toString());
                text.setLength(0);
            }
        }
    }

    @Test
    void changesNoColumnThatIsThereAndKeepsEveryRow() throws SQLException {
        Engine engine = Shared.engine(SOURCE, List.of());
        Map<String, String> before = tables();
        Map<String, String> rows = rows();

        MigrationPlan plan = engine.migrator().plan();
        assertThat(plan.statements())
                .noneMatch(statement -> statement.matches("(?s).*\\b(MODIFY|CHANGE|DROP|UPDATE|RENAME)\\b.*"));
        engine.migrator().migrate(Progress.SILENT);

        Map<String, String> after = tables();
        before.forEach(
                (table, columns) -> assertThat(after.get(table)).as(table).startsWith(columns));
        assertThat(engine.migrator().plan().isEmpty()).isTrue();
        Map<String, String> rowsAfter = rows();
        assertThat(rowsAfter.keySet().stream().filter(key -> !rows.containsKey(key) && key.startsWith("tabDocField")))
                .as("fields added to the site's definitions")
                .hasSizeLessThan(20);
        rows.forEach((key, row) -> assertThat(rowsAfter).as(key).containsKey(key));
    }

    /** Columns by table, in order. */
    private static Map<String, String> tables() throws SQLException {
        return read("SELECT table_name, GROUP_CONCAT(column_name, ' ', column_type, ' ', is_nullable, ' ',"
                + " COALESCE(column_default, '-') ORDER BY ordinal_position SEPARATOR '\\n')"
                + " FROM information_schema.columns WHERE table_schema = DATABASE() GROUP BY table_name");
    }

    private static Map<String, String> rows() throws SQLException {
        Map<String, String> found = new TreeMap<>();
        for (String table :
                List.of("tabDocField", "tabDocPerm", "tabDocType", "tabDocType Link", "tabUser", "tabRole")) {
            read("SELECT CONCAT('" + table + " ', name), name FROM `" + table + "`")
                    .forEach(found::put);
        }
        return found;
    }

    private static Map<String, String> read(String sql) throws SQLException {
        Map<String, String> found = new TreeMap<>();
        try (Connection connection = SOURCE.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SET SESSION group_concat_max_len = 1000000");
            try (ResultSet row = statement.executeQuery(sql)) {
                while (row.next()) {
                    found.put(row.getString(1), row.getString(2));
                }
            }
        }
        return found;
    }
}
