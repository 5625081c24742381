package org.affogato.doctypes.ai_assistant.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.GZIPInputStream;
import org.affogato.doctypes.testing.AppSite;
import org.affogato.engine.spi.Context;
import org.affogato.engine.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The real events of the data folder: in twice, some batches three times at once, counted once; all days summed up. */
class RealEventsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int BATCH = 500;

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @Test
    void countsEachEventOnceAndSumsUpAllDays() throws Exception {
        List<Map<String, Object>> events = events();
        AppSite site = AppSite.on(DATABASE, Clock.systemUTC());
        new TreeSet<>(events.stream().map(event -> event.get("user").toString()).toList()).forEach(site::makeUser);

        Duration intake = took(() -> send(site, events));
        assertThat(site.count("SELECT COUNT(*) FROM {Analytics Event}")).isEqualTo(events.size());
        Duration sums = took(() -> aggregate(site));
        assertThat(sums).isLessThan(Duration.ofSeconds(60));
        Duration again = took(() -> assertThat(aggregate(site)).containsEntry("user_summaries_written", 0L));
        System.out.printf("intake %s, sums %s, again %s%n", intake, sums, again);
        compare(site, events);
    }

    private static List<Map<String, Object>> events() throws IOException {
        Path file = Path.of(
                Optional.ofNullable(System.getenv("AFFOGATO_SHARED")).orElse("../../shared"), "data/events.jsonl.gz");
        assumeThat(Files.isRegularFile(file)).as("events at " + file).isTrue();
        List<Map<String, Object>> events = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                events.add(JSON.readValue(line, Map.class));
            }
        }
        return events;
    }

    /** All twice; every tenth batch by three clients at once. */
    private static void send(AppSite site, List<Map<String, Object>> events) throws Exception {
        List<List<Map<String, Object>>> calls = new ArrayList<>();
        for (int from = 0; from < events.size(); from += BATCH) {
            List<Map<String, Object>> batch = events.subList(from, Math.min(from + BATCH, events.size()));
            int times = (from / BATCH) % 10 == 0 ? 3 : 1;
            calls.addAll(Collections.nCopies(times, batch));
        }
        calls.addAll(new ArrayList<>(calls));
        List<Future<Long>> answers = new ArrayList<>();
        try (ExecutorService clients = Executors.newFixedThreadPool(4)) {
            calls.forEach(batch -> answers.add(clients.submit(() -> (Long) site.call(
                            Context.ADMINISTRATOR,
                            "ai_assistant.api.analytics.track_batch_events",
                            Map.of("events", batch))
                    .get("processed_count"))));
        }
        long processed = 0;
        for (Future<Long> answer : answers) {
            processed += answer.get();
        }
        assertThat(processed).isEqualTo(events.size());
    }

    private static Map<String, Object> aggregate(AppSite site) {
        return site.call(
                Context.ADMINISTRATOR,
                "ai_assistant.api.analytics.aggregate_daily_analytics",
                Map.of("start_date", "2011-01-01", "end_date", "2024-12-31"));
    }

    private static void compare(AppSite site, List<Map<String, Object>> events) {
        long commands = 0;
        long lines = 0;
        Set<String> files = new HashSet<>();
        Map<String, List<String>> times = new TreeMap<>();
        for (Map<String, Object> event : events) {
            JsonNode data = JSON.valueToTree(event.get("event_data"));
            String userDay =
                    event.get("user") + " " + event.get("timestamp").toString().substring(0, 10);
            times.computeIfAbsent(userDay, key -> new ArrayList<>())
                    .add(event.get("timestamp").toString());
            commands += event.get("event_type").equals("command") ? 1 : 0;
            if (event.get("event_type").equals("file_edit")) {
                lines += data.get("lines_added").asLong()
                        + data.get("lines_deleted").asLong();
                files.add(userDay + " " + data.get("file").asText());
            }
        }
        String sum = "SELECT SUM(%s) FROM {User Analytics Summary}";
        assertThat(site.count(sum.formatted("event_count"))).isEqualTo(events.size());
        assertThat(site.count(sum.formatted("1"))).isEqualTo(times.size());
        assertThat(site.count(sum.formatted("commands_used"))).isEqualTo(commands);
        assertThat(site.count(sum.formatted("lines_changed"))).isEqualTo(lines);
        assertThat(site.count(sum.formatted("files_edited"))).isEqualTo(files.size());
        assertThat(site.count("SELECT SUM(lines_added + lines_deleted) FROM {Code Metrics}"))
                .isEqualTo(lines);
    }

    private static Duration took(Action action) throws Exception {
        long start = System.nanoTime();
        action.run();
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** What is timed. */
    @FunctionalInterface
    private interface Action {
        void run() throws Exception;
    }
}
