package org.affogato.doctypes.lifecycle;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.affogato.doctypes.frappe.Frappe;
import org.affogato.engine.Engine;
import org.affogato.engine.EngineSettings;
import org.affogato.engine.Work;
import org.affogato.engine.install.Progress;
import org.affogato.engine.spi.App;
import org.affogato.engine.spi.Context;
import org.affogato.engine.testing.MemoryFiles;
import org.affogato.engine.testing.TestDatabase;
import org.jspecify.annotations.Nullable;

/** A migrated site with DocTypes of a test's own. */
public final class TestSite {
    private static final String KEY = "Cwgt5DosZtw330wUm8tEe_ldwn7a_vQ-GQMIeWQTx2M=";

    private final Engine engine;
    private final CountedStatements statements;

    private TestSite(Engine engine, CountedStatements statements) {
        this.engine = engine;
        this.statements = statements;
    }

    /** Writes the definitions as files of an app {@code shop} and migrates. */
    public static TestSite with(
            TestDatabase database, Path folder, List<App> apps, List<Map<String, Object>> doctypes) {
        Path app = folder.resolve("shop");
        doctypes.forEach(definition -> write(app, definition));
        EngineSettings settings = new EngineSettings("test", KEY, false, List.of(app), null, Clock.systemUTC());
        List<App> all = new ArrayList<>(List.of(new Frappe(new MemoryFiles())));
        all.addAll(apps);
        CountedStatements statements = new CountedStatements(database.dataSource());
        Engine engine = new Engine(settings, statements.source(), all, List.of());
        engine.migrator().migrate(Progress.SILENT);
        return new TestSite(engine, statements);
    }

    private static void write(Path app, Map<String, Object> definition) {
        String name =
                String.valueOf(definition.get("name")).toLowerCase(Locale.ROOT).replace(' ', '_');
        try {
            Path file = app.resolve("selling/doctype/" + name + "/" + name + ".json");
            Files.createDirectories(file.getParent());
            new ObjectMapper().writeValue(file.toFile(), definition);
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }

    public static Map<String, Object> doctype(
            String name, Map<String, Object> properties, List<Map<String, Object>> fields) {
        Map<String, Object> definition = new LinkedHashMap<>();
        definition.put("doctype", "DocType");
        definition.put("name", name);
        definition.put("module", "Selling");
        definition.put("fields", fields);
        definition.put("modified", "2026-01-01 00:00:00.000000");
        definition.putAll(properties);
        return definition;
    }

    public static Map<String, Object> field(String name, String type, Object... more) {
        Map<String, Object> field = new LinkedHashMap<>();
        field.put("fieldname", name);
        field.put("label", name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1));
        field.put("fieldtype", type);
        for (int i = 0; i < more.length; i += 2) {
            field.put(String.valueOf(more[i]), more[i + 1]);
        }
        return field;
    }

    public <T extends @Nullable Object> T run(Work<T> work) {
        return engine.run(Context.ADMINISTRATOR, work);
    }

    public Engine engine() {
        return engine;
    }

    /** The statements that the work costs. */
    List<String> statementsOf(Work<?> work) {
        statements.clear();
        run(work::run);
        return statements.noted();
    }
}
