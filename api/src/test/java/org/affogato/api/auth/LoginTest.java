package org.affogato.api.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.affogato.engine.Engine;
import org.affogato.engine.permission.AccessScope;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.Flags;
import org.junit.jupiter.api.Test;

/** Logins as a browser sees them. */
@QuarkusTest
class LoginTest {
    private static final String PASSWORD = "Quiet-Harbour-42";

    /** The database outlives a run. */
    private static final String RUN = Long.toString(System.nanoTime(), 36);

    @TestHTTPResource("/")
    URI base;

    @Inject
    Engine engine;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private String user(String name) {
        String email = address(name);
        engine.run(Context.ADMINISTRATOR, context -> {
            Map<String, Object> values = new LinkedHashMap<>();
            values.put("email", email);
            values.put("first_name", "Alice");
            values.put("last_name", "Ström");
            values.put("new_password", PASSWORD);
            values.put("roles", List.of(Map.of("role", "System Manager")));
            return context.documents().insert(context.documents().create("User", values));
        });
        return email;
    }

    private static String address(String name) {
        return name + RUN + "@example.com";
    }

    private HttpResponse<String> login(String user, String password) throws IOException, InterruptedException {
        return send("POST", "api/method/login", "usr=" + user + "&pwd=" + password, Map.of());
    }

    private HttpResponse<String> whoAmI(Map<String, String> headers) throws IOException, InterruptedException {
        return send("GET", "api/method/frappe.auth.get_logged_user", "", headers);
    }

    private HttpResponse<String> send(String verb, String path, String form, Map<String, String> headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve("/" + path))
                .method(verb, HttpRequest.BodyPublishers.ofString(form))
                .header("Content-Type", "application/x-www-form-urlencoded");
        headers.forEach(request::header);
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String cookie(HttpResponse<?> answer, String name) {
        return answer.headers().allValues("set-cookie").stream()
                .filter(line -> line.startsWith(name + "="))
                .findFirst()
                .orElse("");
    }

    private static String sid(HttpResponse<?> answer) {
        return cookie(answer, "sid").split(";")[0];
    }

    @Test
    void setsTheCookiesThatClientsRead() throws Exception {
        HttpResponse<String> answer = login(user("cookies"), PASSWORD);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(cookie(answer, "sid"))
                .matches("sid=[0-9a-f]{56}; Expires=[A-Z][a-z]{2}, \\d\\d [A-Z][a-z]{2} \\d{4} [0-9:]{8} GMT;"
                        + " HttpOnly; Path=/; SameSite=Lax");
        assertThat(cookie(answer, "user_id"))
                .isEqualTo("user_id=cookies" + RUN + "%40example.com; Path=/; SameSite=Lax");
        assertThat(cookie(answer, "full_name")).isEqualTo("full_name=Alice%20Str%C3%B6m; Path=/; SameSite=Lax");
        assertThat(cookie(answer, "system_user")).isEqualTo("system_user=yes; Path=/; SameSite=Lax");
        assertThat(cookie(answer, "user_image")).isEqualTo("user_image=; Path=/; SameSite=Lax");
    }

    @Test
    void keepsSessionsInTheDatabase() throws Exception {
        String user = user("stays");
        String sid = sid(login(user, PASSWORD));
        engine.versions().changed(AccessScope.SESSIONS); // what a restart forgets
        assertThat(whoAmI(Map.of("Cookie", sid)).body()).contains(user);
        send("POST", "api/method/logout", "", Map.of("Cookie", sid));
        HttpResponse<String> after = whoAmI(Map.of("Cookie", sid));
        assertThat(after.statusCode()).isEqualTo(403);
        assertThat(after.body()).contains("\"session_expired\":1");
        assertThat(cookie(after, "sid")).startsWith("sid=; Expires=");
    }

    @Test
    void endsSessionsThatWereNotUsedForLong() throws Exception {
        String user = user("idle");
        String sid = sid(login(user, PASSWORD));
        engine.run(Context.ADMINISTRATOR, context -> {
            context.database()
                    .execute("UPDATE `tabSessions` SET `lastupdate` = '2001-01-01' WHERE `sid` = ?", sid.substring(4));
            context.touch(AccessScope.SESSIONS);
            return sid;
        });
        assertThat(whoAmI(Map.of("Cookie", sid)).statusCode()).isEqualTo(403);
    }

    @Test
    void tellsUnknownUsersNotApart() throws Exception {
        HttpResponse<String> wrong = login(user("known"), "wrong");
        HttpResponse<String> unknown = login("unknown@example.com", "wrong");
        assertThat(unknown.statusCode()).isEqualTo(wrong.statusCode()).isEqualTo(401);
        assertThat(unknown.body()).isEqualTo(wrong.body());
        login(address("known"), PASSWORD); // ends the row of failures
    }

    @Test
    void keepsPasswordsOutOfAnswersAndLogs() throws Exception {
        HttpResponse<String> answer = login(user("secret"), "hunter2-hunter2");
        assertThat(answer.body()).doesNotContain("hunter2");
        long logged = engine.run(
                Context.ADMINISTRATOR,
                context -> context.database()
                        .query(
                                "SELECT COUNT(*) FROM `tabActivity Log` WHERE `subject` LIKE '%hunter2%' OR `user` LIKE '%hunter2%'",
                                List.of(), row -> row.getLong(1))
                        .getFirst());
        assertThat(logged).isZero();
        login(address("secret"), PASSWORD);
    }

    @Test
    void locksOutAfterTooManyFailures() throws Exception {
        String user = user("locked");
        Map<String, String> elsewhere = Map.of("X-Forwarded-For", "192.0.2.7");
        String wrong = "usr=" + user + "&pwd=wrong";
        for (int i = 0; i <= 10; i++) {
            assertThat(send("POST", "api/method/login", wrong, elsewhere).statusCode())
                    .isEqualTo(401);
        }
        String right = "usr=" + user + "&pwd=" + PASSWORD;
        HttpResponse<String> locked = send("POST", "api/method/login", right, Map.of("X-Forwarded-For", "192.0.2.8"));
        assertThat(locked.statusCode()).isEqualTo(429);
        assertThat(locked.body()).contains("SecurityException");
    }

    @Test
    void refusesAddressesTheUserMayNotComeFrom() throws Exception {
        String user = user("bound");
        String sid = sid(login(user, PASSWORD));
        engine.run(Context.ADMINISTRATOR, context -> {
            Context free = context.with(Flags.NONE.ignoringPermissions());
            free.documents().setValues(free.documents().get("User", user), Map.of("restrict_ip", "192.0.2."), true);
            return user;
        });
        assertThat(login(user, PASSWORD).statusCode()).isEqualTo(401);
        assertThat(whoAmI(Map.of("Cookie", sid)).statusCode()).isEqualTo(401);
        assertThat(whoAmI(Map.of("Cookie", sid, "X-Forwarded-For", "192.0.2.9")).statusCode())
                .isEqualTo(200);
    }

    @Test
    void asksForTheTokenOnceAPageHasIt() throws Exception {
        String sid = sid(login(user("pages"), PASSWORD));
        String page = send("GET", "app", "", Map.of("Cookie", sid, "Accept", "text/html"))
                .body();
        String token = page.replaceAll("(?s).*csrf_token = \"([0-9a-f]+)\".*", "$1");
        String path = "api/resource/ToDo";
        String form = "description=x";
        assertThat(send("POST", path, form, Map.of("Cookie", sid)).statusCode()).isEqualTo(400);
        Map<String, String> withToken = Map.of("Cookie", sid, "X-Frappe-CSRF-Token", token);
        assertThat(send("POST", path, form, withToken).statusCode()).isEqualTo(200);
        assertThat(send("POST", path, form + "&csrf_token=" + token, Map.of("Cookie", sid))
                        .statusCode())
                .isEqualTo(200);
    }
}
