package org.affogato.doctypes.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.affogato.engine.Engine;
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
        Path corpus = Shared.file("corpus");
        Engine engine = Shared.engine(DATABASE.dataSource(), List.of(corpus));

        long start = System.nanoTime();
        MigrationReport report = engine.migrator().migrate(Progress.SILENT);
        Duration first = Duration.ofNanos(System.nanoTime() - start);

        long again = System.nanoTime();
        MigrationReport second = engine.migrator().migrate(Progress.SILENT);
        Duration later = Duration.ofNanos(System.nanoTime() - again);
        MigrationPlan plan = engine.migrator().plan();

        assertThat(plan.statements()).isEmpty();
        assertThat(plan.definitions()).isEmpty();
        assertThat(report.definitions()).isGreaterThan(1_800);
        assertThat(second.definitions() + second.tables())
                .as("work of the second migrate")
                .isZero();
        assertThat(first).as("first migrate").isLessThan(Duration.ofSeconds(60));
        assertThat(later).as("second migrate").isLessThan(first.dividedBy(2));
    }
}
