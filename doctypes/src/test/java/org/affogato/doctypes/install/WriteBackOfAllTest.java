package org.affogato.doctypes.install;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.affogato.doctypes.frappe.Frappe;
import org.affogato.engine.Engine;
import org.affogato.engine.EngineSettings;
import org.affogato.engine.document.Document;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.install.Progress;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.Flags;
import org.affogato.engine.testing.MemoryFiles;
import org.affogato.engine.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every definition of a whole app goes back into its file as Frappe writes it: the same bytes where today's Frappe wrote
 * the file, the same values where an older one or a hand did. Definitions that ship with the product, which are merged
 * and not replaced, are loaded under another name.
 */
class WriteBackOfAllTest {
    private static final String KEY = "Cwgt5DosZtw330wUm8tEe_ldwn7a_vQ-GQMIeWQTx2M=";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path OWN = Path.of("src/main/java/org/affogato/doctypes/frappe");
    private static final Flags UNCHECKED = new Flags(false, false, false, true, false, false);

    /** Two DocTypes with one naming series are refused, and the original is there beside its copy. */
    private static final Set<String> WITH_SERIES =
            Set.of("Customize Form", "Discussion Reply", "Discussion Topic", "Event", "SMS Log");

    /** Frappe, too, refuses fields of these names to every DocType but to some that it names. */
    private static final Set<String> WITH_FORBIDDEN_FIELDS =
            Set.of("Custom DocPerm", "DocPerm", "DocShare", "User Document Type");

    @TempDir
    Path folder;

    private final TestDatabase database = new TestDatabase();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void ownDefinitionsKeepTheirBytes() throws IOException {
        WrittenBack all = writeBack(OWN);

        Set<String> older = new TreeSet<>(all.files.keySet());
        older.removeAll(all.sameBytes);
        assertThat(older)
                .as("which leave to saving what Frappe's leave to it")
                .containsExactly(
                        "Copy of Address Template", "Copy of Contact", "Copy of Print Heading", "Copy of SMS Log");
    }

    @Test
    void definitionsOfFrappeKeepTheirBytesOrTheirValues() throws IOException {
        WrittenBack all = writeBack(Shared.file("corpus/frappe"));

        assertThat(all.files).hasSize(253);
        Set<String> otherForm = new TreeSet<>(all.inTodaysForm);
        otherForm.removeAll(all.sameBytes);
        assertThat(otherForm)
                .as("whose files hold letters as they are, or keys in another order")
                .containsExactly("Copy of Language", "Copy of Workflow Action Master");
        assertThat(all.sameBytes).hasSize(171);
    }

    private WrittenBack writeBack(Path source) throws IOException {
        WrittenBack all = new WrittenBack();
        Set<String> shipped = names(OWN);
        for (Path file : jsonFiles(source)) {
            String text = Files.readString(file);
            String name = name(text);
            String other = shipped.contains(name) ? "Copy of " + name : name;
            Path copy = folder.resolve(file.getFileName());
            Files.writeString(copy, text.replace("\n \"name\": \"" + name + "\"", "\n \"name\": \"" + other + "\""));
            all.files.put(other, copy);
        }
        Engine engine = new Engine(
                new EngineSettings("test", KEY, true, List.of(folder), null, Clock.systemUTC()),
                database.dataSource(),
                List.of(new Frappe(new MemoryFiles())),
                List.of());
        engine.migrator().migrate(Progress.SILENT);
        for (Map.Entry<String, Path> entry : all.files.entrySet()) {
            compare(entry.getKey(), entry.getValue(), engine, all);
        }
        assertThat(all.refused).isEqualTo(refused(all.files.keySet()));
        return all;
    }

    private static void compare(String name, Path file, Engine engine, WrittenBack all) throws IOException {
        String before = comparable(Files.readString(file));
        save(name, engine, all);
        String once = comparable(Files.readString(file));
        save(name, engine, all);

        assertThat(comparable(Files.readString(file))).as("%s once more", name).isEqualTo(once);
        JsonNode original = JSON.readTree(before);
        JsonNode wanted = new TodaysForm(engine).of((ObjectNode) original);
        assertThat(JSON.readTree(once)).as(name).isEqualTo(wanted);
        if (wanted.equals(original)) {
            all.inTodaysForm.add(name);
        }
        if (once.equals(before.strip())) {
            all.sameBytes.add(name);
        }
    }

    private static void save(String name, Engine engine, WrittenBack all) {
        try {
            engine.run(Context.ADMINISTRATOR, context -> save(name, context));
        } catch (ValidationError refused) {
            all.refused.add(name);
            engine.run(Context.ADMINISTRATOR, context -> save(name, context.with(UNCHECKED)));
        }
    }

    private static Document save(String name, Context context) {
        return context.documents().save(context.documents().get("DocType", name));
    }

    private static Set<String> refused(Set<String> names) {
        Set<String> refused = new TreeSet<>();
        Stream.of(WITH_SERIES, WITH_FORBIDDEN_FIELDS)
                .flatMap(Set::stream)
                .map("Copy of "::concat)
                .filter(names::contains)
                .forEach(refused::add);
        return refused;
    }

    private static Set<String> names(Path source) throws IOException {
        Set<String> names = new TreeSet<>();
        for (Path file : jsonFiles(source)) {
            names.add(name(Files.readString(file)));
        }
        return names;
    }

    private static String name(String json) throws IOException {
        return JSON.readTree(json).path("name").asText();
    }

    private static List<Path> jsonFiles(Path source) throws IOException {
        try (Stream<Path> found = Files.walk(source)) {
            return found.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    /** Without what every save changes, and with times as Frappe writes them: a whole second has no fraction. */
    private static String comparable(String json) {
        return json.replaceAll("\"modified\": \"[^\"]*\"", "\"modified\": \"now\"")
                .replace(".000000\"", "\"");
    }

    /** What came of it, by name. */
    private static final class WrittenBack {
        private final Map<String, Path> files = new LinkedHashMap<>();
        private final Set<String> refused = new TreeSet<>();
        private final Set<String> inTodaysForm = new TreeSet<>();
        private final Set<String> sameBytes = new TreeSet<>();
    }
}
