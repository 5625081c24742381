package org.affogato.api.method.desk.report;

import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.affogato.api.start.AffogatoSettings;
import org.affogato.engine.Engine;
import org.affogato.engine.spi.Context;
import org.jspecify.annotations.Nullable;

/** Runs reports within their time, and remembers how long each took last. */
@Singleton
class ReportRuns {
    private final Provider<Engine> engine;
    private final AffogatoSettings.Reports limits;
    private final Map<String, Double> seconds = new ConcurrentHashMap<>();

    ReportRuns(Provider<Engine> engine, AffogatoSettings settings) {
        this.engine = engine;
        this.limits = settings.reports();
    }

    /** For a reader who waits; see {@link ReportRun#answer}. */
    Map<String, @Nullable Object> atOnce(
            Context context,
            OpenedReport report,
            Map<String, @Nullable Object> filters,
            List<?> added,
            String parentField) {
        return timed(context, report, limits.timeLimit(), filters, added, parentField);
    }

    Map<String, @Nullable Object> inBackground(
            Context context, OpenedReport report, Map<String, @Nullable Object> filters) {
        return timed(context, report, limits.preparedTimeLimit(), filters, List.of(), "");
    }

    private Map<String, @Nullable Object> timed(
            Context context,
            OpenedReport report,
            Duration limit,
            Map<String, @Nullable Object> filters,
            List<?> added,
            String parentField) {
        long begin = System.nanoTime();
        Map<String, @Nullable Object> answer =
                new ReportRun(engine.get(), context, report, limit).answer(filters, added, parentField);
        double took = (System.nanoTime() - begin) / 1000 / 1e6;
        seconds.put(report.document().name(), took);
        answer.put("execution_time", took);
        return answer;
    }

    /** Seconds that the last run in this process took; 0 where there was none. */
    double lastTook(String report) {
        return seconds.getOrDefault(report, 0.0);
    }
}
