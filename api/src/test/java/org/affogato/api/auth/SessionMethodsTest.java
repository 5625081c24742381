package org.affogato.api.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Map;
import org.affogato.api.auth.Visitor.Answer;
import org.junit.jupiter.api.Test;

/** Several sessions of one user. */
@QuarkusTest
class SessionMethodsTest {
    private static final String LIST = "/api/method/affogato.sessions.list";
    private static final String END = "/api/method/affogato.sessions.end";
    private static final String END_ALL = "/api/method/affogato.sessions.end_all";

    @TestHTTPResource("/")
    URI base;

    @Inject
    Accounts accounts;

    private Visitor session(String user) throws Exception {
        Visitor visitor = new Visitor(base);
        visitor.login(user, Accounts.PASSWORD);
        return visitor;
    }

    @Test
    void listsOwnSessionsWithoutTheirIds() throws Exception {
        String user = accounts.user("lister");
        Visitor here = session(user);
        Visitor there = session(user);
        Answer listed = here.get(LIST);
        JsonNode sessions = listed.json().path("message");
        assertThat(sessions.size()).isEqualTo(2);
        assertThat(listed.body()).doesNotContain(here.cookie("sid"), there.cookie("sid"));
        assertThat(sessions.findValuesAsText("current")).containsExactlyInAnyOrder("0", "1");
    }

    @Test
    void endsOneSessionOrAllOthers() throws Exception {
        String user = accounts.user("ender");
        Visitor here = session(user);
        Visitor there = session(user);
        JsonNode sessions = here.get(LIST).json().path("message");
        String other = sessions.get(0).path("current").asInt() == 1
                ? sessions.get(1).path("session").asText()
                : sessions.get(0).path("session").asText();
        assertThat(here.post(END, "session", other).status()).isEqualTo(200);
        assertThat(there.whoAmI().status()).isEqualTo(403);
        Visitor third = session(user);
        assertThat(here.post(END_ALL).text("message")).isEqualTo("1");
        assertThat(third.whoAmI().status()).isEqualTo(403);
        assertThat(here.whoAmI().status()).isEqualTo(200);
    }

    @Test
    void leavesTheSessionsOfOthersToSystemManagers() throws Exception {
        String user = accounts.user("watched");
        Visitor watched = session(user);
        Visitor stranger = session(accounts.user("stranger"));
        assertThat(stranger.get(LIST + "?user=" + user).status()).isEqualTo(403);
        assertThat(stranger.post(END_ALL, "user", user).status()).isEqualTo(403);
        Visitor manager = session(accounts.user("manager", "System Manager"));
        assertThat(manager.get(LIST + "?user=Administrator").status()).isEqualTo(403);
        assertThat(manager.post(END_ALL, "user", user).status()).isEqualTo(200);
        assertThat(watched.whoAmI().status()).isEqualTo(403);
    }

    @Test
    void allowsOnlySoManySessionsAtOnce() throws Exception {
        String user = accounts.user("many");
        accounts.change(user, "simultaneous_sessions", 2L);
        accounts.set("System Settings", Map.of("deny_multiple_sessions", 1L));
        try {
            Visitor first = session(user);
            Visitor second = session(user);
            Visitor third = session(user);
            assertThat(first.whoAmI().status()).isEqualTo(403);
            assertThat(second.whoAmI().status()).isEqualTo(200);
            assertThat(third.whoAmI().status()).isEqualTo(200);
        } finally {
            accounts.set("System Settings", Map.of("deny_multiple_sessions", 0L));
        }
    }

    @Test
    void keepsAnOlderSessionWhenAnotherLoginFails() throws Exception {
        Visitor visitor = session(accounts.user("steady"));
        assertThat(visitor.login("nobody@example.com", "x").status()).isEqualTo(401);
        assertThat(visitor.whoAmI().status()).isEqualTo(200);
    }

    @Test
    void opensTheDeskToItsUsersOnly() throws Exception {
        assertThat(new Visitor(base).get("/app").header("Location")).endsWith("/login?redirect-to=/app");
        assertThat(session(accounts.user("website")).get("/app").status()).isEqualTo(403);
        assertThat(session(accounts.user("desk", "System Manager")).get("/app").status())
                .isEqualTo(200);
    }

    @Test
    void countsAnIpv6NetworkAsOneCaller() {
        assertThat(CallerNetwork.of("2001:db8:1:2:3:4:5:6")).isEqualTo(CallerNetwork.of("2001:db8:1:2::1"));
        assertThat(CallerNetwork.of("::1")).isEqualTo("0:0:0:0");
        assertThat(CallerNetwork.of("192.0.2.7")).isEqualTo("192.0.2.7");
    }
}
