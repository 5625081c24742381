package org.affogato.api.method.desk.report;

import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.affogato.engine.Engine;
import org.affogato.engine.spi.BackgroundWork;
import org.affogato.engine.spi.Context;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Makes the Prepared Reports that are queued, as their owners and a few at a time. The queue is the table itself: what a
 * process leaves queued is made by the next one, and of several nodes the one that marks a report as started makes it.
 * Frappe: {@code generate_report}.
 */
@Singleton
class PreparedRuns implements BackgroundWork {
    private static final Logger LOG = Logger.getLogger(PreparedRuns.class);
    private static final int AT_ONCE = 2;
    private static final int PAUSE_SECONDS = 10;

    private final Provider<Engine> engine;
    private final ReportRuns runs;
    private final Semaphore places = new Semaphore(AT_ONCE);
    private final Set<String> running = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("affogato-prepared-reports").factory());

    PreparedRuns(Provider<Engine> engine, ReportRuns runs) {
        this.engine = engine;
        this.runs = runs;
    }

    @Override
    public void start() {
        clock.scheduleWithFixedDelay(this::wake, 1, PAUSE_SECONDS, TimeUnit.SECONDS);
    }

    /** What is running now is left to the next process. */
    @Override
    public void stop() {
        clock.shutdownNow();
        List.copyOf(running)
                .forEach(name ->
                        engine.get().run(Context.ADMINISTRATOR, context -> move(name, "Started", "Queued", context)));
    }

    /** Looks for queued reports, unless as many are being made as may be. */
    void wake() {
        if (!clock.isShutdown() && places.tryAcquire()) {
            Thread.ofVirtual().name("prepared-report").start(this::work);
        }
    }

    private void work() {
        try {
            for (String next = claim(); next != null; next = claim()) {
                running.add(next);
                new PreparedRun(engine.get(), runs, next).make();
                running.remove(next);
            }
        } catch (RuntimeException error) {
            LOG.warnf(error, "Prepared reports wait: the queue could not be read");
        } finally {
            places.release();
        }
    }

    private @Nullable String claim() {
        if (clock.isShutdown()) {
            return null;
        }
        return engine.get()
                .run(
                        Context.ADMINISTRATOR,
                        context -> queued(context).stream()
                                .filter(name -> move(name, "Queued", "Started", context))
                                .findFirst()
                                .orElse(null));
    }

    private static List<String> queued(Context context) {
        return context.database()
                .query(
                        "SELECT name FROM {Prepared Report} WHERE status = 'Queued' ORDER BY creation, name LIMIT 10",
                        List.of(),
                        row -> row.getString(1));
    }

    /** False where the report has another status by now. */
    private static boolean move(String name, String from, String to, Context context) {
        return context.database()
                        .execute(
                                "UPDATE {Prepared Report} SET status = ?, job_id = ?, modified = ? WHERE name = ? AND status = ?",
                                to,
                                name,
                                context.now(),
                                name,
                                from)
                == 1;
    }
}
