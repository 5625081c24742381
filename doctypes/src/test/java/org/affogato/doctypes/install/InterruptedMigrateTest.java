package org.affogato.doctypes.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;
import org.affogato.doctypes.frappe.Frappe;
import org.affogato.engine.Engine;
import org.affogato.engine.EngineSettings;
import org.affogato.engine.install.MigrationFailure;
import org.affogato.engine.install.Progress;
import org.affogato.engine.spi.App;
import org.affogato.engine.spi.Context;
import org.affogato.engine.testing.MemoryFiles;
import org.affogato.engine.testing.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A migrate that ended anywhere in the middle is simply run again. */
class InterruptedMigrateTest {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final String KEY = "Cwgt5DosZtw330wUm8tEe_ldwn7a_vQ-GQMIeWQTx2M=";

    @TempDir
    Path folder;

    private final List<App.Patch> patches = new ArrayList<>();
    private final List<String> ran = new ArrayList<>();

    @BeforeAll
    static void migrateTheCore() {
        Shared.engine(DATABASE.dataSource(), List.of()).migrator().migrate(Progress.SILENT);
    }

    @Test
    void endsTheSameWhereverItWasCut() throws IOException {
        boolean cut = true;
        int rounds = 0;
        for (int statements = 0; cut; statements += 3) {
            rounds++;
            String prefix = "Cut" + statements;
            Path app = Files.createDirectories(folder.resolve(prefix));
            define(app, prefix + " Row", "\"istable\": 1", field("n", "Int"));
            define(
                    app,
                    prefix,
                    "\"autoname\": \"field:title\"",
                    field("title", "Data") + "," + field("n", "Int")
                            + ",{\"fieldname\": \"rows\", \"fieldtype\": \"Table\", \"options\": \"%s Row\"}"
                                    .formatted(prefix));
            write(app.resolve("fixtures/" + prefix + ".json"), """
                    [{"doctype": "%1$s", "name": "one", "title": "one", "n": 1, "rows": [{"n": 1}, {"n": 2}]},
                     {"doctype": "%1$s", "name": "two", "title": "two", "n": 2}]""".formatted(prefix));
            patches.add(new App.Patch(prefix, context -> {
                context.database().execute("UPDATE {Note} SET title = title");
                ran.add(prefix);
            }));

            CutConnections connections = new CutConnections(DATABASE.dataSource(), statements);
            cut = isCut(connections, app);
            Engine engine = engine(DATABASE.dataSource(), app);
            engine.migrator().migrate(Progress.SILENT);

            assertThat(engine.migrator().plan().isEmpty())
                    .as("after %d statements", statements)
                    .isTrue();
            assertIsWhole(engine, prefix);
        }
        assertThat(rounds).as("points at which it was cut").isGreaterThan(10);
    }

    private boolean isCut(CutConnections connections, Path app) {
        try {
            engine(connections.dataSource(), app).migrator().migrate(Progress.SILENT);
        } catch (RuntimeException gone) {
            assertThat(connections.cut()).as("ended by %s", gone).isTrue();
        }
        return connections.cut();
    }

    private static void assertIsWhole(Engine engine, String doctype) {
        engine.run(Context.ADMINISTRATOR, context -> {
            assertThat(context.documents().get("DocType", doctype).rows("fields"))
                    .extracting(row -> row.text("fieldname"))
                    .containsExactly("title", "n", "rows");
            assertThat(context.documents().get(doctype, "one").rows("rows")).hasSize(2);
            assertThat(context.documents().exists(doctype, "two")).isTrue();
            assertThat(context.database().query("SELECT * FROM `tabPatch Log` WHERE patch = ?", doctype))
                    .hasSize(1);
            assertThat(context.database().query("SELECT * FROM `tabModule Def` WHERE name = 'Cuts'"))
                    .hasSize(1);
            return null;
        });
    }

    @Test
    void aPatchThatFailedRunsAgainAndThoseBeforeItDoNot() throws IOException {
        Path app = Files.createDirectories(folder.resolve("patched"));
        define(app, "Patched", "\"istable\": 0", field("n", "Int"));
        List<Integer> attempts = new ArrayList<>();
        patches.add(new App.Patch("patched.first", context -> {
            context.documents().insert(context.documents().create("Patched", Map.of("n", 1)));
            ran.add("first");
        }));
        patches.add(new App.Patch("patched.second", context -> {
            context.documents().insert(context.documents().create("Patched", Map.of("n", 2)));
            attempts.add(1);
            if (attempts.size() == 1) {
                throw new IllegalStateException("not yet");
            }
            ran.add("second");
        }));
        patches.add(new App.Patch("patched.third", context -> ran.add("third")));

        assertThatThrownBy(() -> engine(DATABASE.dataSource(), app).migrator().migrate(Progress.SILENT))
                .hasStackTraceContaining("not yet");
        assertThat(ran).containsExactly("first");
        assertThat(engine(DATABASE.dataSource(), app).migrator().plan().patches())
                .containsExactly("patched.second", "patched.third");
        engine(DATABASE.dataSource(), app).migrator().migrate(Progress.SILENT);

        assertThat(ran).containsExactly("first", "second", "third");
        engine(DATABASE.dataSource(), app).run(Context.ADMINISTRATOR, context -> {
            assertThat(context.database().query("SELECT n FROM `tabPatched` ORDER BY n"))
                    .extracting(row -> row.get("n"))
                    .hasToString("[1, 2]");
            return null;
        });
    }

    @Test
    void aTableThatFailsHindersNoOtherAndIsTakenUpAgain() throws IOException {
        Path app = Files.createDirectories(folder.resolve("failing"));
        define(app, "Failing", "\"istable\": 0", field("code", "Data"));
        define(app, "Failing Not", "\"istable\": 0", field("code", "Data"));
        engine(DATABASE.dataSource(), app).migrator().migrate(Progress.SILENT);
        run("INSERT INTO `tabFailing` (name, code) VALUES ('a', 'same'), ('b', 'same')");
        define(app, "Failing", "\"istable\": 0", "{\"fieldname\": \"code\", \"fieldtype\": \"Data\", \"unique\": 1}");
        define(app, "Failing Not", "\"istable\": 0", field("code", "Data") + "," + field("n", "Int"));

        assertThatThrownBy(() -> engine(DATABASE.dataSource(), app).migrator().migrate(Progress.SILENT))
                .isInstanceOf(MigrationFailure.class)
                .hasMessageContaining("Failing: ");
        run("INSERT INTO `tabFailing Not` (name, n) VALUES ('a', 3)");
        assertThat(engine(DATABASE.dataSource(), app).migrator().plan().definitions())
                .containsExactly("Failing");
        run("UPDATE `tabFailing` SET code = name");
        engine(DATABASE.dataSource(), app).migrator().migrate(Progress.SILENT);

        assertThat(engine(DATABASE.dataSource(), app).migrator().plan().isEmpty())
                .isTrue();
    }

    @Test
    void aFileThatIsNoJsonStopsItBeforeItBegins() throws IOException {
        Path app = Files.createDirectories(folder.resolve("broken"));
        define(app, "Broken Not", "\"istable\": 0", field("code", "Data"));
        Path broken = app.resolve("cuts/doctype/broken/broken.json");
        write(broken, "{\"doctype\": \"DocType\", \"name\": \"Broken\", \"fields\": [");

        assertThatThrownBy(() -> engine(DATABASE.dataSource(), app).migrator().migrate(Progress.SILENT))
                .hasMessageContaining("broken.json");
        Engine engine = engine(DATABASE.dataSource(), app);
        assertThat(engine.<Boolean>run(Context.ADMINISTRATOR, context -> context.hasDoctype("Broken Not")))
                .isFalse();
        Files.delete(broken);
        engine.migrator().migrate(Progress.SILENT);

        assertThat(engine.migrator().plan().isEmpty()).isTrue();
    }

    private Engine engine(DataSource source, Path app) {
        App patching = new App() {
            @Override
            public String name() {
                return "frappe";
            }

            @Override
            public String resourceFolder() {
                return "none";
            }

            @Override
            public List<Patch> patches() {
                return patches;
            }
        };
        return new Engine(
                new EngineSettings("test", KEY, false, List.of(app), null, Clock.systemUTC()),
                source,
                List.of(new Frappe(new MemoryFiles()), patching),
                List.of());
    }

    private static void run(String sql) {
        Shared.engine(DATABASE.dataSource(), List.of())
                .run(Context.ADMINISTRATOR, context -> context.database().execute(sql));
    }

    private static String field(String fieldname, String fieldtype) {
        return "{\"fieldname\": \"%s\", \"fieldtype\": \"%s\"}".formatted(fieldname, fieldtype);
    }

    private static void define(Path app, String name, String more, String fields) throws IOException {
        String file = name.toLowerCase(Locale.ROOT).replace(' ', '_');
        write(
                app.resolve("cuts/doctype/%s/%1$s.json".formatted(file)),
                "{\"doctype\": \"DocType\", \"name\": \"%s\", \"module\": \"Cuts\", %s, \"fields\": [%s]}"
                        .formatted(name, more, fields));
    }

    private static void write(Path file, String content) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }
}
