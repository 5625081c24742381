package org.affogato.doctypes.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.affogato.engine.Engine;
import org.affogato.engine.install.MigrationPlan;
import org.affogato.engine.install.MigrationReport;
import org.affogato.engine.install.Progress;
import org.affogato.engine.meta.Meta;
import org.affogato.engine.spi.Context;
import org.affogato.engine.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Definitions of every odd kind load from folders, and what a site has of its own stays. */
class MigratorTest {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @TempDir
    static Path folder;

    @Test
    void loadsOddDefinitionsMergesAndLeavesTheSiteItsOwn() throws IOException {
        write(
                "first",
                "odd",
                field("a", "Data") + "," + field("a", "Int") + "," + field("x", "Nonsense") + ","
                        + field("idx", "Int") + "," + field("2_a", "Data") + "," + field("_b", "Data") + ","
                        + "{\"fieldname\":\"l\",\"fieldtype\":\"Link\",\"options\":\"No Such\"},"
                        + "{\"fieldname\":\"t\",\"fieldtype\":\"Table\",\"options\":\"Note\"}");
        write("first", "empty", "");
        write(
                "first",
                "wide",
                IntStream.range(0, 180).mapToObj(i -> field("f" + i, "Data")).collect(Collectors.joining(",")));
        write("first", "Note", field("extra_note", "Data"));
        write("first", "twice", field("old", "Data"));
        write("second", "twice", field("kept", "Data") + "," + field("gone", "Data"));
        Engine engine = engine();

        MigrationPlan before = engine.migrator().plan();
        assertThat(before.definitions()).contains("odd", "empty", "wide", "twice", "Note", "DocType");
        assertThat(engine.migrator().plan().hash()).isEqualTo(before.hash());
        MigrationReport report = engine.migrator().migrate(Progress.SILENT);

        assertThat(report.warnings()).anyMatch(warning -> warning.contains("twice"));
        assertThat(engine.migrator().plan().isEmpty()).isTrue();
        assertThat(columns(engine, "odd"))
                .contains("a int(11)", "2_a varchar(140)", "_b varchar(140)", "l varchar(140)");
        assertThat(columns(engine, "odd")).doesNotContain("x varchar(140)", "t varchar(140)");
        assertThat(columns(engine, "wide")).hasSize(7 + 180 + 4).contains("f0 varchar(140)", "f179 text");
        assertThat(engine.metas().get("Note").has("extra_note")).isTrue();
        assertThat(engine.metas().get("Note").has("content")).isTrue();
        assertThat(engine.metas().get("twice").has("old")).isFalse();
        keepsWhatTheSiteAdded(engine);
    }

    private static void keepsWhatTheSiteAdded(Engine engine) throws IOException {
        run(
                engine,
                "INSERT INTO `tabDocField` (`name`, `parent`, `parenttype`, `parentfield`, `idx`, `fieldname`,"
                        + " `fieldtype`) VALUES ('own', 'twice', 'DocType', 'fields', 9, 'own', 'Int')");
        write("second", "twice", "{\"fieldname\":\"kept\",\"fieldtype\":\"Long Text\"}," + field("fresh", "Check"));

        engine.migrator().migrate(Progress.SILENT);

        Meta meta = engine.metas().get("twice");
        assertThat(meta.fields()).extracting("fieldname").containsExactly("kept", "fresh", "own");
        assertThat(columns(engine, "twice"))
                .contains("kept longtext", "fresh int(1)", "own int(11)", "gone varchar(140)");
        assertThat(engine.trimmer().trim("twice", true, Progress.SILENT)).containsEntry("twice", List.of("gone"));
        engine.trimmer().trim("twice", false, Progress.SILENT);
        assertThat(columns(engine, "twice")).doesNotContain("gone varchar(140)");
    }

    @Test
    void makesTablesAsFrappeDoes() throws IOException {
        write(
                "first",
                "Made Here",
                "{\"fieldname\":\"code\",\"fieldtype\":\"Data\",\"unique\":1},"
                        + "{\"fieldname\":\"n\",\"fieldtype\":\"Int\",\"search_index\":1,\"default\":\"3\"},"
                        + field("amount", "Currency") + "," + field("about", "Text Editor"));
        Engine engine = engine();
        engine.migrator().migrate(Progress.SILENT);

        assertThat(query(engine, "SHOW CREATE TABLE `tabMade Here`")
                        .getFirst()
                        .get("Create Table")
                        .toString())
                .isEqualTo("""
                        CREATE TABLE `tabMade Here` (
                          `name` varchar(140) NOT NULL,
                          `creation` datetime(6) DEFAULT NULL,
                          `modified` datetime(6) DEFAULT NULL,
                          `modified_by` varchar(140) DEFAULT NULL,
                          `owner` varchar(140) DEFAULT NULL,
                          `docstatus` int(1) NOT NULL DEFAULT 0,
                          `idx` int(8) NOT NULL DEFAULT 0,
                          `code` varchar(140) DEFAULT NULL,
                          `n` int(11) NOT NULL DEFAULT 3,
                          `amount` decimal(21,9) NOT NULL DEFAULT 0.000000000,
                          `about` longtext DEFAULT NULL,
                          `_user_tags` text DEFAULT NULL,
                          `_comments` text DEFAULT NULL,
                          `_assign` text DEFAULT NULL,
                          `_liked_by` text DEFAULT NULL,
                          PRIMARY KEY (`name`),
                          UNIQUE KEY `code` (`code`),
                          KEY `n` (`n`),
                          KEY `modified` (`modified`)
                        ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci ROW_FORMAT=DYNAMIC""");
    }

    @Test
    void keepsTheIndexThatFrappeAddsBesideAUniqueKey() throws IOException {
        write("first", "Twofold", "{\"fieldname\":\"code\",\"fieldtype\":\"Data\",\"unique\":1,\"search_index\":1}");
        Engine engine = engine();
        engine.migrator().migrate(Progress.SILENT);
        assertThat(indexes(engine, "Twofold")).containsExactlyInAnyOrder("PRIMARY", "code", "modified");

        run(engine, "ALTER TABLE `tabTwofold` ADD INDEX `code_index` (`code`)");

        assertThat(engine.migrator().plan().statements()).isEmpty();
        write("first", "Twofold", "{\"fieldname\":\"code\",\"fieldtype\":\"Data\",\"unique\":1}");
        engine.migrator().migrate(Progress.SILENT);
        assertThat(indexes(engine, "Twofold")).containsExactlyInAnyOrder("PRIMARY", "code", "modified");
    }

    private static List<Object> indexes(Engine engine, String doctype) {
        return query(engine, "SHOW INDEX FROM `tab" + doctype + "`").stream()
                .map(row -> row.get("Key_name"))
                .toList();
    }

    private static Engine engine() {
        return Shared.engine(DATABASE.dataSource(), List.of(folder.resolve("first"), folder.resolve("second")));
    }

    private static String field(String fieldname, String fieldtype) {
        return "{\"fieldname\":\"%s\",\"fieldtype\":\"%s\"}".formatted(fieldname, fieldtype);
    }

    /** The first app has Frappe's layout, the second its files side by side. */
    private static void write(String app, String name, String fields) throws IOException {
        Files.createDirectories(folder.resolve("first"));
        Files.createDirectories(folder.resolve("second"));
        Path place =
                app.equals("first") ? folder.resolve("first/stock/doctype").resolve(name) : folder.resolve("second");
        Files.createDirectories(place);
        Files.writeString(
                place.resolve(name + ".json"),
                "{\"doctype\":\"DocType\",\"name\":\"%s\",\"module\":\"Stock\",\"fields\":[%s],\"unknown\":1}"
                        .formatted(name, fields));
    }

    private static List<String> columns(Engine engine, String doctype) {
        return query(engine, "SHOW COLUMNS FROM `tab" + doctype + "`").stream()
                .map(row -> row.get("Field") + " " + row.get("Type"))
                .toList();
    }

    private static List<Map<String, Object>> query(Engine engine, String sql) {
        return engine.run(Context.ADMINISTRATOR, context -> context.database().query(sql));
    }

    private static void run(Engine engine, String sql) {
        engine.run(Context.ADMINISTRATOR, context -> context.database().execute(sql));
    }
}
