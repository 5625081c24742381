package org.affogato.doctypes.ai_assistant.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.affogato.doctypes.testing.AppSite;
import org.affogato.doctypes.testing.SharedSite;
import org.affogato.engine.error.PermissionError;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.meta.Right;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.ListRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Events come in: checked one by one, counted once. */
class EventIntakeTest {
    private static final String TRACK = "ai_assistant.api.analytics.track_event";
    private static final String BATCH = "ai_assistant.api.analytics.track_batch_events";
    private static final String NINA = "nina@example.com";

    @RegisterExtension
    static final SharedSite SITE = new SharedSite();

    private static AppSite site;

    @BeforeAll
    static void prepare() {
        site = SITE.get();
        site.makeUser(NINA);
        site.makeUser("olaf@example.com");
    }

    @AfterAll
    static void leaveNothing() {
        empty();
    }

    @BeforeEach
    void emptyBefore() {
        empty();
    }

    private static void empty() {
        site.asAdministrator(context -> context.database().execute("DELETE FROM {Analytics Event}"));
    }

    @Test
    void tracksAnEventOfTheCaller() {
        Map<String, Object> answer =
                site.call(NINA, TRACK, event("event_data", "{\"file\": \"a.py\"}", "duration_ms", "12"));
        assertThat(answer.get("success")).isEqualTo(true);
        assertThat(site.count(
                        "SELECT COUNT(*) FROM {Analytics Event} WHERE name = ? AND `user` = ? AND owner = ? "
                                + "AND duration_ms = 12 AND event_category = 'productivity' AND JSON_VALUE(event_data, '$.file') = 'a.py'",
                        answer.get("event_id"),
                        NINA,
                        NINA))
                .isEqualTo(1);
    }

    @Test
    void takesTheNamesOfOlderClients() {
        Map<String, Object> sent = event("event_action", "click", "event_label", "Save");
        sent.remove("event_name");
        site.call(NINA, "ai_assistant.api.analytics_track_event", sent);
        assertThat(site.count("SELECT COUNT(*) FROM {Analytics Event} WHERE event_name = 'click' "
                        + "AND JSON_VALUE(event_data, '$.label') = 'Save'"))
                .isEqualTo(1);
    }

    @Test
    void turnsTimesWithAnOffsetIntoTheSites() {
        site.call(NINA, TRACK, event("timestamp", "2024-01-01T00:30:00+02:00"));
        site.call(NINA, TRACK, event("timestamp", "2024-01-01T00:30:00.123456Z"));
        assertThat(site.count("SELECT COUNT(*) FROM {Analytics Event} WHERE `timestamp` IN "
                        + "('2023-12-31 22:30:00', '2024-01-01 00:30:00.123456')"))
                .isEqualTo(2);
    }

    @Test
    void refusesBadEventsWithIndexAndReasonAndTakesTheOthers() {
        List<Object> events = new ArrayList<>(List.of(
                event("event_id", "one"),
                "text",
                event("event_type", "no such"),
                event("timestamp", "yesterday"),
                event("user", "nobody@example.com"),
                event("duration_ms", -1),
                event("event_data", "{"),
                event("event_type", "file_edit", "event_data", Map.of("lines_added", "many")),
                event("event_name", "x".repeat(141)),
                event("event_data", nested(40)),
                event("event_id", "two")));
        Map<String, Object> answer = site.call(Context.ADMINISTRATOR, BATCH, Map.of("events", events));
        assertThat(answer).containsEntry("success", true).containsEntry("processed_count", 2L);
        assertThat(errors(answer)).extracting("index").containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9);
        assertThat(errors(answer))
                .extracting("reason")
                .allMatch(reason -> !reason.toString().isBlank());
        assertThat(site.count("SELECT COUNT(*) FROM {Analytics Event}")).isEqualTo(2);
    }

    @Test
    void countsAnEventOnceHoweverOftenItIsSent() {
        List<Object> events = List.of(event("event_id", "a"), event("event_id", "b"), event("event_id", "a"));
        assertThat(site.call(NINA, BATCH, Map.of("events", events)))
                .containsEntry("processed_count", 2L)
                .containsEntry("duplicate_count", 1L);
        assertThat(site.call(NINA, BATCH, Map.of("events", events)))
                .containsEntry("processed_count", 0L)
                .containsEntry("duplicate_count", 3L)
                .containsEntry("success", true);
    }

    @Test
    void countsOnceUnderParallelSending() throws Exception {
        List<Object> events = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            events.add(event("event_id", "parallel-" + i));
        }
        List<Future<Long>> calls = new ArrayList<>();
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int client = 0; client < 8; client++) {
                List<Object> shuffled = new ArrayList<>(events);
                Collections.shuffle(shuffled, new Random(client));
                calls.add(clients.submit(() -> (Long)
                        site.call(NINA, BATCH, Map.of("events", shuffled)).get("processed_count")));
            }
        }
        long processed = 0;
        for (Future<Long> call : calls) {
            processed += call.get();
        }
        assertThat(processed).isEqualTo(500);
        assertThat(site.count("SELECT COUNT(*) FROM {Analytics Event}")).isEqualTo(500);
    }

    @Test
    void letsOnlyASystemManagerNameAnotherUser() {
        Map<String, Object> event = event("user", "olaf@example.com");
        assertThatThrownBy(() -> site.call(NINA, TRACK, event)).isInstanceOf(ValidationError.class);
        site.call(Context.ADMINISTRATOR, TRACK, event);
        assertThat(site.count("SELECT COUNT(*) FROM {Analytics Event} WHERE `user` = 'olaf@example.com'"))
                .isEqualTo(1);
        site.call(NINA, TRACK, event("user", NINA));
    }

    @Test
    void refusesGuests() {
        assertThatThrownBy(() -> site.call(Context.GUEST, TRACK, event())).isInstanceOf(PermissionError.class);
    }

    @Test
    void showsUsersTheirOwnEventsOnly() {
        site.call(NINA, TRACK, event("event_id", "of-nina"));
        site.call("olaf@example.com", TRACK, event("event_id", "of-olaf"));
        assertThat(names("olaf@example.com")).containsExactly("of-olaf");
        assertThat(names(Context.ADMINISTRATOR)).hasSize(2);
        assertThatThrownBy(() -> site.as("olaf@example.com", context -> {
                    context.permissions().check(Right.READ, context.documents().get("Analytics Event", "of-nina"));
                    return null;
                }))
                .isInstanceOf(PermissionError.class);
    }

    @Test
    void keepsRestUsersToTheirOwnEventsToo() {
        site.as(
                NINA,
                context -> context.documents()
                        .insert(context.documents().create("Analytics Event", event("event_id", "rest"))));
        assertThat(site.count("SELECT COUNT(*) FROM {Analytics Event} WHERE name = 'rest' AND `user` = ?", NINA))
                .isEqualTo(1);
        assertThatThrownBy(() -> site.as(
                        NINA,
                        context -> context.documents()
                                .insert(context.documents()
                                        .create("Analytics Event", event("user", "olaf@example.com")))))
                .isInstanceOf(PermissionError.class);
    }

    private static List<String> names(String user) {
        return site.as(
                user,
                context ->
                        context
                                .documents()
                                .list(ListRequest.all("Analytics Event", List.of("name"), null)
                                        .asCaller())
                                .stream()
                                .map(row -> String.valueOf(row.get("name")))
                                .toList());
    }

    private static Map<String, Object> event(Object... more) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("event_type", "command");
        event.put("event_name", "git.commit");
        for (int i = 0; i < more.length; i += 2) {
            event.put(String.valueOf(more[i]), more[i + 1]);
        }
        return event;
    }

    private static Object nested(int depth) {
        return depth == 0 ? 1 : List.of(nested(depth - 1));
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> errors(Map<String, Object> answer) {
        return (List<Map<String, Object>>) answer.get("errors");
    }
}
