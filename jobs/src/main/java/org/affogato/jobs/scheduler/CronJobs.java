package org.affogato.jobs.scheduler;

import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.quarkus.scheduler.ScheduledExecution;
import io.quarkus.scheduler.Scheduler;
import jakarta.inject.Singleton;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.affogato.engine.Engine;
import org.affogato.engine.spi.App;
import org.affogato.engine.spi.BackgroundWork;
import org.affogato.engine.spi.Context;
import org.jboss.logging.Logger;

/**
 * Fires the jobs of all apps by their cron, in the site's time zone. Several nodes may fire at once: the one that writes
 * the firing's row in the {@link RunLedger} first runs it. Frappe: {@code scheduler_events} in hooks.py.
 */
@Singleton
final class CronJobs implements BackgroundWork {
    private static final Logger LOG = Logger.getLogger(CronJobs.class);

    private final Engine engine;
    private final Scheduler scheduler;
    private final RunLedger ledger;

    CronJobs(Engine engine, Scheduler scheduler) {
        this.engine = engine;
        this.scheduler = scheduler;
        this.ledger = new RunLedger(engine);
    }

    @Override
    public void start() {
        engine.apps().all().forEach(app -> app.scheduledJobs().forEach(this::schedule));
    }

    @Override
    public void stop() {
        engine.apps().all().forEach(app -> app.scheduledJobs().forEach(job -> scheduler.unscheduleJob(job.method())));
    }

    private void schedule(App.ScheduledJob job) {
        ZoneId zone = engine.run(Context.ADMINISTRATOR, Context::timeZone);
        scheduler
                .newJob(job.method())
                .setCron(job.cron())
                .setTimeZone(zone.getId())
                .setConcurrentExecution(ConcurrentExecution.SKIP)
                .setTask(execution -> fire(job, execution, zone), true)
                .schedule();
    }

    private void fire(App.ScheduledJob job, ScheduledExecution execution, ZoneId zone) {
        LocalDateTime due = LocalDateTime.ofInstant(execution.getScheduledFireTime(), zone);
        if (!ledger.claim(job.method(), due)) {
            return;
        }
        try {
            engine.run(Context.ADMINISTRATOR, context -> {
                job.job().run(context);
                return null;
            });
            ledger.finished(job.method(), due, "Complete");
        } catch (RuntimeException error) {
            LOG.errorf(error, "The job %s that was due at %s failed", job.method(), due);
            ledger.finished(job.method(), due, "Failed");
        }
    }
}
