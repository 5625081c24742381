package org.affogato.api.file;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.affogato.engine.Engine;
import org.affogato.engine.spi.BackgroundWork;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.FilePath;
import org.jboss.logging.Logger;

/** Removes what processes that were killed left behind: at the start, and each hour what others left. */
@Singleton
class FileSweep implements BackgroundWork {
    private static final Logger LOG = Logger.getLogger(FileSweep.class);

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("affogato-file-sweep").factory());
    private final Engine engine;
    private final SafeFileStore store;
    private final FileJournal journal;
    private final WorkFolder work;

    FileSweep(Engine engine, SafeFileStore store, FileJournal journal, WorkFolder work) {
        this.engine = engine;
        this.store = store;
        this.journal = journal;
        this.work = work;
    }

    @Override
    public void start() {
        clock.scheduleWithFixedDelay(this::sweep, 0, 1, TimeUnit.HOURS);
    }

    @Override
    public void stop() {
        clock.shutdownNow();
    }

    /** A disk or database that is away for a while must not end the sweep. */
    void sweep() {
        try {
            journal.takeOver(this::settle);
            work.clean(Instant.now());
        } catch (IOException | RuntimeException error) {
            LOG.warn("Unfinished files could not be removed", error);
        }
    }

    private void settle(List<FilePath> paths) {
        engine.runAndRollBack(Context.ADMINISTRATOR, context -> {
            paths.forEach(path -> store.removeUnnamed(path, context));
            return null;
        });
    }
}
