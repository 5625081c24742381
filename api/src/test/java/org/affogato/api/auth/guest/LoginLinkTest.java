package org.affogato.api.auth.guest;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import org.affogato.api.auth.Accounts;
import org.affogato.api.auth.Visitor;
import org.affogato.api.auth.Visitor.Answer;
import org.junit.jupiter.api.Test;

/** The link that logs in once. */
@QuarkusTest
class LoginLinkTest {
    private static final String SEND = "/api/method/frappe.www.login.send_login_link";
    private static final String LINK = "https://site.example(/api/method/frappe.www.login.login_via_key\\?key=\\S+)";

    @TestHTTPResource("/")
    URI base;

    @Inject
    Accounts accounts;

    @Test
    void logsInOnce() throws Exception {
        String user = accounts.user("linked", "System Manager");
        accounts.forgetMails();
        Visitor visitor = new Visitor(base).from("203.0.113.20");
        assertThat(visitor.post(SEND, "email", user).status()).isEqualTo(200);
        String link = accounts.inMailTo(user, LINK);
        Answer entered = visitor.get(link);
        assertThat(entered.status()).isEqualTo(302);
        assertThat(entered.header("Location")).endsWith("/app");
        assertThat(visitor.whoAmI().text("message")).isEqualTo(user);
        assertThat(new Visitor(base).from("203.0.113.21").get(link).status()).isEqualTo(403);
    }

    @Test
    void answersUnknownUsersAsKnownOnes() throws Exception {
        String user = accounts.user("linked-known");
        Visitor visitor = new Visitor(base).from("203.0.113.22");
        Answer known = visitor.post(SEND, "email", user);
        Answer unknown = visitor.post(SEND, "email", "nobody@example.com");
        assertThat(unknown.status()).isEqualTo(known.status());
        assertThat(unknown.body()).isEqualTo(known.body());
    }

    @Test
    void refusesKeysThatTheSiteDidNotSeal() throws Exception {
        assertThat(new Visitor(base)
                        .from("203.0.113.23")
                        .get("/api/method/frappe.www.login.login_via_key?key=made-up")
                        .status())
                .isEqualTo(403);
    }
}
