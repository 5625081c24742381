package org.affogato.doctypes.frappe.core.doctype.rq_job;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.affogato.engine.spi.Context;
import org.jspecify.annotations.Nullable;

/** What runs, waits and ran in the background in the last days, the latest first. */
final class BackgroundJobs {
    private static final int DAYS = 7;
    private static final Map<String, String> STATUSES = Map.of(
            "Running", "started",
            "Complete", "finished",
            "Failed", "failed",
            "Queued", "queued",
            "Started", "started",
            "Completed", "finished",
            "Error", "failed");

    private final Context context;
    private final LocalDateTime since;

    BackgroundJobs(Context context) {
        this.context = context;
        this.since = context.now().minusDays(DAYS);
    }

    List<Map<String, @Nullable Object>> all() {
        List<Map<String, @Nullable Object>> all = new ArrayList<>(ofTheClock());
        all.addAll(reports());
        all.sort(Comparator.comparing((Map<String, @Nullable Object> job) -> String.valueOf(job.get("modified")))
                .reversed());
        return all;
    }

    private List<Map<String, @Nullable Object>> ofTheClock() {
        return context
                .database()
                .query(
                        "SELECT `job`, `due`, `started`, `finished`, `status` FROM `__affogato_run` WHERE `started` >= ?",
                        since)
                .stream()
                .map(run -> {
                    Map<String, @Nullable Object> job =
                            job("%s::%s".formatted(run.get("job"), run.get("due")), run.get("job"), run.get("status"));
                    job.put("queue", "default");
                    job.put("owner", Context.ADMINISTRATOR);
                    job.put("creation", run.get("due"));
                    times(job, run.get("started"), run.get("finished"));
                    return job;
                })
                .toList();
    }

    private List<Map<String, @Nullable Object>> reports() {
        return context
                .database()
                .query(
                        "SELECT name, owner, creation, modified, status, report_end_time, error_message FROM {Prepared Report}"
                                + " WHERE modified >= ? OR status IN ('Queued', 'Started')",
                        since)
                .stream()
                .map(report -> {
                    Map<String, @Nullable Object> job = job(
                            String.valueOf(report.get("name")),
                            "frappe.core.doctype.prepared_report.prepared_report.generate_report",
                            report.get("status"));
                    job.put("queue", "long");
                    job.put("owner", report.get("owner"));
                    job.put("creation", report.get("creation"));
                    boolean runs = "Started".equals(report.get("status"));
                    times(job, runs ? report.get("modified") : null, report.get("report_end_time"));
                    job.put("exc_info", report.get("error_message"));
                    return job;
                })
                .toList();
    }

    private static Map<String, @Nullable Object> job(String id, @Nullable Object method, @Nullable Object status) {
        Map<String, @Nullable Object> job = new LinkedHashMap<>();
        job.put("name", id);
        job.put("job_id", id);
        job.put("job_name", method);
        job.put("status", STATUSES.get(String.valueOf(status)));
        return job;
    }

    private static void times(Map<String, @Nullable Object> job, @Nullable Object started, @Nullable Object ended) {
        job.put("started_at", started);
        job.put("ended_at", ended);
        if (started instanceof LocalDateTime from && ended instanceof LocalDateTime to) {
            job.put("time_taken", Duration.between(from, to).toMillis() / 1000.0);
        }
        Object known = started == null ? job.get("creation") : started;
        job.put("modified", ended == null ? known : ended);
        job.put("modified_by", job.get("owner"));
    }
}
