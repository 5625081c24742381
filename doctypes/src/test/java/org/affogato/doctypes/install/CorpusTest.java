package org.affogato.doctypes.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.affogato.doctypes.frappe.Frappe;
import org.affogato.engine.Engine;
import org.affogato.engine.EngineSettings;
import org.affogato.engine.install.MigrationPlan;
import org.affogato.engine.install.MigrationReport;
import org.affogato.engine.install.Progress;
import org.affogato.engine.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The 1,851 DocTypes of others' apps all load, and a second migrate finds nothing to do. */
class CorpusTest {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @Test
    void loadsEveryDoctypeOnce() {
        Path corpus = Path.of(Optional.ofNullable(System.getenv("AFFOGATO_SHARED")).orElse("../../shared"), "corpus");
        assumeThat(Files.isDirectory(corpus)).as("corpus at " + corpus).isTrue();
        Engine engine = engine(List.of(corpus));

        long start = System.nanoTime();
        MigrationReport report = engine.migrator().migrate(Progress.SILENT);
        Duration first = Duration.ofNanos(System.nanoTime() - start);

        long again = System.nanoTime();
        MigrationReport second = engine.migrator().migrate(Progress.SILENT);
        Duration later = Duration.ofNanos(System.nanoTime() - again);
        MigrationPlan plan = engine.migrator().plan();

        System.out.println("first " + first + " second " + later + " " + report + second);
        assertThat(plan.statements()).isEmpty();
        assertThat(plan.definitions()).isEmpty();
        assertThat(report.definitions()).isGreaterThan(1_800);
    }

    private static Engine engine(List<Path> folders) {
        EngineSettings settings = new EngineSettings(
                "test", "Cwgt5DosZtw330wUm8tEe_ldwn7a_vQ-GQMIeWQTx2M=", false, folders, null, Clock.systemUTC());
        return new Engine(settings, DATABASE.dataSource(), List.of(new Frappe()), List.of());
    }
}
