package org.affogato.api.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.lessThan;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.affogato.api.method.desk.DeskUser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Warm requests over HTTP: authentication, metadata and rights cost no statement. */
@QuarkusTest
class StatementBudgetTest {
    private static final AtomicInteger COUNTER = new AtomicInteger();

    private static DeskUser admin;
    private static DeskUser clerk;
    private static String row;
    private static String paper;
    private static String plain;
    private static String free;

    @Inject
    DataSource source;

    @BeforeEach
    void prepare() {
        if (admin != null) {
            return;
        }
        admin = DeskUser.administrator();
        row = DeskUser.unique("Budget Row");
        admin.insert(
                "DocType",
                Map.of(
                        "name",
                        row,
                        "module",
                        "Custom",
                        "custom",
                        1,
                        "istable",
                        1,
                        "fields",
                        List.of(field("item", "Data", ""))));
        plain = admin.doctype(Map.of("permissions", rights()), List.of(field("note", "Data", "")));
        free = admin.doctype(Map.of("permissions", rights()), List.of(field("note", "Data", "")));
        paper = admin.doctype(
                Map.of("permissions", rights()),
                List.of(
                        field("note", "Data", ""),
                        field("about", "Link", plain),
                        field("lines", "Table", row),
                        field("more", "Table", row)));
        admin.insert(plain, Map.of("title", "seen"));
        admin.insert(plain, Map.of("title", "other"));
        admin.insert(paper, Map.of("title", "seen", "about", "seen", "lines", lines(3)));
        admin.insert(paper, Map.of("title", "other", "about", "other"));
        clerk = DeskUser.with("Desk User");
        admin.insert("User Permission", Map.of("user", clerk.name(), "allow", plain, "for_value", "seen"));
    }

    private static Map<String, Object> field(String name, String type, String options) {
        return Map.of("fieldname", name, "label", name, "fieldtype", type, "options", options);
    }

    private static List<Map<String, Object>> rights() {
        return List.of(
                Map.of("role", "Desk User", "read", 1, "write", 1, "create", 1, "delete", 1),
                Map.of("role", "System Manager", "read", 1, "write", 1, "create", 1, "delete", 1));
    }

    private static List<Map<String, Object>> lines(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Map.<String, Object>of("item", "line " + i))
                .toList();
    }

    private List<String> cost(Supplier<Response> request) throws SQLException {
        return new ServerLog(source).leastOf(() -> request.get().then().statusCode(lessThan(300)));
    }

    private static Supplier<Response> post(DeskUser user, String path, Supplier<Map<String, ?>> body) {
        return () ->
                user.request().contentType(ContentType.JSON).body(body.get()).post(path);
    }

    private static String next() {
        return "paper " + COUNTER.incrementAndGet();
    }

    @Test
    void pingLoginStateAndOpenCallsCostNothing() throws SQLException {
        assertThat(cost(() -> admin.request().get("/api/method/ping"))).isEmpty();
        assertThat(cost(() -> admin.request().get("/api/method/frappe.auth.get_logged_user")))
                .isEmpty();
        assertThat(cost(() -> clerk.request().get("/api/method/frappe.auth.get_logged_user")))
                .isEmpty();
    }

    @Test
    void aDocumentCostsOneAndOneForEachTable() throws SQLException {
        assertThat(cost(() -> admin.request().get("/api/resource/{d}/seen", plain)))
                .hasSize(1);
        assertThat(cost(() -> admin.request().get("/api/resource/{d}/seen", paper)))
                .hasSize(3);
        assertThat(cost(() -> clerk.request().get("/api/resource/{d}/seen", paper)))
                .hasSize(3);
        assertThat(cost(() -> clerk.request().get("/api/v2/document/{d}/seen", plain)))
                .hasSize(1);
    }

    @Test
    void aListCostsOneWhoeverAsks() throws SQLException {
        assertThat(cost(() -> admin.request().get("/api/resource/{d}", paper))).hasSize(1);
        assertThat(cost(() -> clerk.request().get("/api/resource/{d}", paper))).hasSize(1);
        assertThat(clerk.request()
                        .get("/api/resource/{d}?limit=0", paper)
                        .path("data.name")
                        .toString())
                .contains("seen")
                .doesNotContain("other");
        assertThat(cost(() -> clerk.request().get("/api/method/frappe.client.get_count?doctype=" + paper)))
                .hasSize(1);
        assertThat(cost(() -> clerk.request()
                        .get("/api/method/frappe.desk.reportview.get?doctype={d}&fields=[\"name\"]", paper)))
                .hasSize(1);
    }

    @Test
    void writesCostFew() throws SQLException {
        assertThat(cost(post(clerk, "/api/resource/" + free, () -> Map.of("title", next()))))
                .hasSize(1);
        assertThat(cost(post(
                        clerk,
                        "/api/resource/" + paper,
                        () -> Map.of("title", next(), "about", "seen", "lines", lines(20)))))
                .hasSize(3);
    }

    /** By a caller that does nothing but save: that keeps in mind what it may do as a list does. */
    @Test
    void aSaveOfManyRowsCostsTwelveAndOneForEachLinkedDoctype() throws SQLException {
        String name = clerk.insert(paper, Map.of("title", next(), "about", "seen", "lines", lines(200)));
        assertThat(cost(put(paper, name, () -> Map.of("note", next(), "lines", lines(200)))))
                .hasSizeLessThanOrEqualTo(13);
        assertThat(cost(put(plain, "seen", () -> Map.of("note", next())))).hasSizeLessThanOrEqualTo(4);
    }

    private static Supplier<Response> put(String doctype, String name, Supplier<Map<String, ?>> body) {
        return () -> clerk.request()
                .contentType(ContentType.JSON)
                .body(body.get())
                .put("/api/resource/{d}/{n}", doctype, name);
    }

    /** The document, all links to it in one, and one for each table of what hangs on it. */
    @Test
    void aDeletionCostsOneForEachKindOfCompanion() throws SQLException {
        Deque<String> names = new ArrayDeque<>();
        for (int i = 0; i < 10; i++) {
            names.add(clerk.insert(free, Map.of("title", next())));
        }
        assertThat(cost(() -> clerk.request().delete("/api/resource/{d}/{n}", free, names.pop())))
                .hasSizeLessThanOrEqualTo(21);
    }

    @Test
    void eventsCostTwoHoweverMany() throws SQLException {
        String methods = "/api/method/ai_assistant.api.analytics.";
        assertThat(cost(post(clerk, methods + "track_event", StatementBudgetTest::event)))
                .hasSize(2);
        assertThat(cost(post(
                        clerk,
                        methods + "track_batch_events",
                        () -> Map.of(
                                "events",
                                Stream.generate(StatementBudgetTest::event)
                                        .limit(100)
                                        .toList()))))
                .hasSize(2);
    }

    private static Map<String, Object> event() {
        return Map.of(
                "event_id",
                UUID.randomUUID().toString(),
                "event_type",
                "command",
                "event_name",
                "save",
                "timestamp",
                "2026-01-05T10:00:00Z");
    }

    @Test
    void aLoginCostsFew() throws SQLException {
        assertThat(cost(() -> RestAssured.given()
                        .formParam("usr", clerk.name())
                        .formParam("pwd", "Quiet-Harbour-42")
                        .post("/api/method/login")))
                .hasSizeLessThanOrEqualTo(14);
    }
}
