package org.affogato.api.method.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which Events a calendar shows, and when they take place again. */
@QuarkusTest
class EventCalendarTest {
    private static final String GET = "frappe.desk.doctype.event.event.get_events";

    private static List<String> starts(DeskUser user, String start, String end, String name) {
        return user.get(GET, Map.of("start", start, "end", end))
                .path("message.findAll { it.name == '" + name + "' }.starts_on");
    }

    private static String event(DeskUser user, Map<String, ?> values) {
        Map<String, Object> all = new LinkedHashMap<>(values);
        all.put("subject", DeskUser.unique("Tea"));
        return user.insert("Event", all);
    }

    @Test
    void showsWhatLiesAtLeastPartlyWithinTheDays() {
        DeskUser alice = DeskUser.with();
        String before = event(alice, Map.of("starts_on", "2031-03-01 08:00:00", "ends_on", "2031-03-04 09:00:00"));
        String around = event(alice, Map.of("starts_on", "2031-03-01 08:00:00", "ends_on", "2031-04-04 09:00:00"));
        String later = event(alice, Map.of("starts_on", "2031-03-08 23:59:00"));
        String closed = event(alice, Map.of("starts_on", "2031-03-06 08:00:00", "status", "Closed"));

        assertThat(starts(alice, "2031-03-04", "2031-03-08", before)).containsExactly("2031-03-01 08:00:00");
        assertThat(starts(alice, "2031-03-04", "2031-03-08 12:00:00", around)).hasSize(1);
        assertThat(starts(alice, "2031-03-04", "2031-03-08", later)).hasSize(1);
        assertThat(starts(alice, "2031-03-05", "2031-03-07", before)).isEmpty();
        assertThat(starts(alice, "2031-03-05", "2031-03-07", later)).isEmpty();
        assertThat(starts(alice, "2031-03-05", "2031-03-07", closed)).isEmpty();
    }

    @Test
    void showsEachRepetition() {
        DeskUser alice = DeskUser.with();
        String weekly = event(
                alice,
                Map.of(
                        "starts_on",
                        "2030-01-01 10:00:00",
                        "ends_on",
                        "2030-01-01 11:30:00",
                        "repeat_this_event",
                        1,
                        "repeat_on",
                        "Weekly",
                        "tuesday",
                        1,
                        "friday",
                        1));
        String monthly = repeated(alice, "2029-12-31 10:00:00", "Monthly", "2030-03-15");
        String quarterly = repeated(alice, "2029-11-15 10:00:00", "Quarterly", "2032-01-01");
        String yearly = repeated(alice, "2028-02-29 10:00:00", "Yearly", "2033-01-01");
        String daily = repeated(alice, "2030-02-26 10:00:00", "Daily", "2030-02-27");

        assertThat(starts(alice, "2030-01-04", "2030-01-11", weekly))
                .containsExactly(
                        "2030-01-04 10:00:00.000000", "2030-01-08 10:00:00.000000", "2030-01-11 10:00:00.000000");
        assertThat(starts(alice, "2030-01-01", "2030-04-30", monthly))
                .containsExactly("2030-01-31 10:00:00.000000", "2030-02-28 10:00:00.000000");
        assertThat(starts(alice, "2030-01-01", "2030-06-30", quarterly))
                .containsExactly("2030-02-15 10:00:00.000000", "2030-05-15 10:00:00.000000");
        assertThat(starts(alice, "2030-01-01", "2031-12-31", yearly))
                .containsExactly("2030-02-28 10:00:00.000000", "2031-02-28 10:00:00.000000");
        assertThat(starts(alice, "2030-02-01", "2030-03-30", daily))
                .containsExactly("2030-02-26 10:00:00.000000", "2030-02-27 10:00:00.000000");
        assertThat(alice.get(GET, Map.of("start", "2030-01-04", "end", "2030-01-05"))
                        .<List<String>>path("message.findAll { it.name == '" + weekly + "' }.ends_on"))
                .containsExactly("2030-01-04 11:30:00.000000");
    }

    private static String repeated(DeskUser user, String starts, String kind, String till) {
        return event(user, Map.of("starts_on", starts, "repeat_this_event", 1, "repeat_on", kind, "repeat_till", till));
    }

    @Test
    void showsPrivateEventsToTheirOwnersOnly() {
        DeskUser alice = DeskUser.with();
        DeskUser bob = DeskUser.with();
        String own = event(alice, Map.of("starts_on", "2031-05-01 08:00:00"));
        String open = event(alice, Map.of("starts_on", "2031-05-01 08:00:00", "event_type", "Public"));

        assertThat(starts(alice, "2031-05-01", "2031-05-01", own)).hasSize(1);
        assertThat(starts(bob, "2031-05-01", "2031-05-01", own)).isEmpty();
        assertThat(starts(bob, "2031-05-01", "2031-05-01", open)).hasSize(1);
        ExtractableResponse<Response> other =
                bob.get(GET, Map.of("start", "2031-05-01", "end", "2031-05-01", "user", alice.name()));
        assertThat(other.statusCode()).isEqualTo(403);
    }

    @Test
    void takesFilters() {
        DeskUser alice = DeskUser.with();
        String meeting = event(alice, Map.of("starts_on", "2031-06-01 08:00:00", "event_category", "Meeting"));
        String call = event(alice, Map.of("starts_on", "2031-06-01 08:00:00", "event_category", "Call"));

        List<String> names = alice.get(
                        GET,
                        Map.of(
                                "start",
                                "2031-06-01",
                                "end",
                                "2031-06-01",
                                "filters",
                                "[[\"Event\", \"event_category\", \"=\", \"Call\"]]"))
                .path("message.name");

        assertThat(names).contains(call).doesNotContain(meeting);
    }

    @Test
    void refusesADayThatIsNone() {
        DeskUser alice = DeskUser.with();

        ExtractableResponse<Response> answer = alice.get(GET, Map.of("start", "soon", "end", "2031-06-01"));

        assertThat(answer.statusCode()).isEqualTo(417);
    }

    @Test
    void movesABarOfAGanttChart() {
        DeskUser alice = DeskUser.with();
        String event = event(alice, Map.of("starts_on", "2031-07-01 08:00:00"));

        ExtractableResponse<Response> answer = alice.post(
                "frappe.desk.gantt.update_task",
                Map.of(
                        "args",
                        "{\"doctype\": \"Event\", \"name\": \"" + event
                                + "\", \"start\": \"2031-07-02 08:00:00\", \"end\": \"2031-07-03 08:00:00\"}",
                        "field_map",
                        "{\"start\": \"starts_on\", \"end\": \"ends_on\"}"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(alice.get("frappe.client.get", Map.of("doctype", "Event", "name", event))
                        .<String>path("message.ends_on"))
                .isEqualTo("2031-07-03 08:00:00");
    }
}
