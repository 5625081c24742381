package org.affogato.engine.install;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.affogato.engine.db.TablePlan;
import org.affogato.engine.db.TableSync;

/** Runs many table plans on several connections, since each waits for the disk most of its time. */
final class TableWork {
    private static final int CONNECTIONS = 4;

    private final TableSync tables;
    private final Progress progress;
    private final AtomicInteger done = new AtomicInteger();
    private final List<String> failures = Collections.synchronizedList(new ArrayList<>());
    private final List<String> failed = Collections.synchronizedList(new ArrayList<>());

    TableWork(TableSync tables, Progress progress) {
        this.tables = tables;
        this.progress = progress;
    }

    void run(List<TablePlan> plans) {
        try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            for (int part = 0; part < CONNECTIONS; part++) {
                List<TablePlan> own = part(plans, part);
                running.add(workers.submit(() -> runAll(own, plans.size())));
            }
            running.forEach(Awaited::of);
        }
    }

    private static List<TablePlan> part(List<TablePlan> plans, int part) {
        List<TablePlan> own = new ArrayList<>();
        for (int i = part; i < plans.size(); i += CONNECTIONS) {
            own.add(plans.get(i));
        }
        return own;
    }

    private void runAll(List<TablePlan> plans, int total) {
        tables.apply(plans, (plan, error) -> {
            if (error != null) {
                failed.add(plan.doctype());
                failures.add(plan.doctype() + ": " + error.getMessage());
            }
            progress.step("tables", done.incrementAndGet(), total);
        });
    }

    /** DocTypes whose table is not in line. */
    List<String> failed() {
        return failed;
    }

    /**
     * @throws MigrationFailure where a table failed
     */
    void check() {
        if (!failures.isEmpty()) {
            throw new MigrationFailure(List.copyOf(failures));
        }
    }
}
