package org.affogato.api.start;

import io.quarkus.runtime.LaunchMode;
import jakarta.inject.Singleton;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.affogato.engine.Engine;
import org.affogato.engine.install.DefinitionStamp;
import org.affogato.engine.install.MigrationReport;
import org.affogato.engine.install.Progress;
import org.affogato.engine.spi.BackgroundWork;
import org.jboss.logging.Logger;

/** Migrates the site when the JSON of a DocType is saved, in dev mode: Quarkus itself reloads for Java and settings only. */
@Singleton
class DefinitionWatch implements BackgroundWork {
    private static final Logger LOG = Logger.getLogger(DefinitionWatch.class);

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("affogato-definition-watch").factory());
    private final Engine engine;
    private long seen;

    DefinitionWatch(Engine engine) {
        this.engine = engine;
    }

    @Override
    public void start() {
        if (LaunchMode.current() == LaunchMode.DEVELOPMENT) {
            seen = stamp();
            clock.scheduleWithFixedDelay(this::look, 500, 500, TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public void stop() {
        clock.shutdownNow();
    }

    private long stamp() {
        return DefinitionStamp.of(engine.apps().all(), engine.settings().appFolders());
    }

    /** A file that is half written or wrong is told, and looked at again when it changes. */
    private void look() {
        try {
            long now = stamp();
            if (now != seen) {
                seen = now;
                MigrationReport report = engine.migrator().migrate(Progress.SILENT);
                LOG.infof("Reloaded %d DocTypes, changed %d tables", report.definitions(), report.tables());
            }
        } catch (RuntimeException error) {
            LOG.errorf("The definitions could not be reloaded: %s", error.getMessage());
        }
    }
}
