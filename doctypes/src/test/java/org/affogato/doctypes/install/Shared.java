package org.affogato.doctypes.install;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.affogato.doctypes.frappe.Frappe;
import org.affogato.engine.Engine;
import org.affogato.engine.EngineSettings;
import org.affogato.engine.testing.MemoryFiles;

/** The material beside the project, and an engine of the core app. */
final class Shared {
    private static final String KEY = "Cwgt5DosZtw330wUm8tEe_ldwn7a_vQ-GQMIeWQTx2M=";

    private Shared() {}

    /** A file or folder of the material; the test is skipped where it is not there. */
    static Path file(String name) {
        String given = Optional.ofNullable(System.getenv("AFFOGATO_SHARED")).orElse("../../shared");
        Path file = Path.of(given, name);
        assumeThat(Files.exists(file)).as("%s is there", file).isTrue();
        return file;
    }

    static Engine engine(DataSource source, List<Path> folders) {
        EngineSettings settings = new EngineSettings("test", KEY, false, folders, null, Clock.systemUTC());
        return new Engine(settings, source, List.of(new Frappe(new MemoryFiles())), List.of());
    }
}
