package org.affogato.api.auth.password;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Map;
import org.affogato.api.auth.Accounts;
import org.affogato.api.auth.Visitor;
import org.affogato.api.auth.Visitor.Answer;
import org.junit.jupiter.api.Test;

/** A forgotten password: the mailed link and what it is good for. */
@QuarkusTest
class PasswordResetTest {
    private static final String RESET = "/api/method/frappe.core.doctype.user.user.reset_password";
    private static final String UPDATE = "/api/method/frappe.core.doctype.user.user.update_password";
    private static final String LINK = "(http\\S*/update-password\\?key=(\\w+))";

    @TestHTTPResource("/")
    URI base;

    @Inject
    Accounts accounts;

    private String keyFor(String user, String address) throws Exception {
        accounts.forgetMails();
        assertThat(new Visitor(base).from(address).post(RESET, "user", user).status())
                .isEqualTo(200);
        return accounts.inMailTo(user, LINK);
    }

    @Test
    void setsANewPasswordOnceByTheMailedLink() throws Exception {
        String user = accounts.user("forgetful", "System Manager");
        String key = keyFor(user, "198.51.100.1");
        Visitor visitor = new Visitor(base).from("198.51.100.1");
        Answer changed = visitor.post(UPDATE, "key", key, "new_password", "Calm-Meadow-77");
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.text("message")).isEqualTo("/app");
        assertThat(visitor.whoAmI().text("message")).isEqualTo(user);
        assertThat(new Visitor(base).login(user, "Calm-Meadow-77").status()).isEqualTo(200);
        assertThat(visitor.post(UPDATE, "key", key, "new_password", "Calm-Meadow-78")
                        .status())
                .isEqualTo(410);
    }

    @Test
    void keepsTheDigestOfTheKeyOnly() throws Exception {
        String user = accounts.user("digest");
        String key = keyFor(user, "198.51.100.2");
        String stored = accounts.value("SELECT `reset_password_key` FROM `tabUser` WHERE `name` = ?", user);
        assertThat(stored).matches("[0-9a-f]{64}").doesNotContain(key);
        assertThat(new Visitor(base)
                        .post(UPDATE, "key", stored, "new_password", "Calm-Meadow-77")
                        .status())
                .isEqualTo(410);
    }

    @Test
    void takesTheHostOfTheLinkFromTheSettings() throws Exception {
        String user = accounts.user("host");
        accounts.forgetMails();
        new Visitor(base)
                .from("198.51.100.3")
                .with("X-Forwarded-Host", "evil.example")
                .with("X-Host", "evil.example")
                .with("X-Original-URL", "https://evil.example/")
                .with("Forwarded", "host=evil.example;proto=http")
                .post(RESET, "user", user);
        assertThat(accounts.inMailTo(user, "(https?://[^/]+)/update-password")).isEqualTo("https://site.example");
    }

    @Test
    void answersUnknownAndDisabledUsersAsKnownOnes() throws Exception {
        String known = accounts.user("answers");
        String disabled = accounts.user("answers-not");
        accounts.change(disabled, "enabled", 0L);
        accounts.forgetMails();
        Visitor visitor = new Visitor(base).from("198.51.100.4");
        Answer first = visitor.post(RESET, "user", known);
        Answer unknown = visitor.post(RESET, "user", "nobody@example.com");
        Answer third = visitor.post(RESET, "user", disabled);
        assertThat(unknown.status()).isEqualTo(first.status()).isEqualTo(third.status());
        assertThat(unknown.body()).isEqualTo(first.body()).isEqualTo(third.body());
        accounts.inMailTo(known, LINK);
        assertThat(accounts.mailsTo(disabled)).isEmpty();
    }

    @Test
    void refusesTooManyRequestsOfOneAddress() throws Exception {
        Visitor visitor = new Visitor(base).from("198.51.100.5");
        for (int i = 0; i < 3; i++) {
            assertThat(visitor.post(RESET, "user", "nobody@example.com").status())
                    .isEqualTo(200);
        }
        Answer refused = visitor.post(RESET, "user", "nobody@example.com");
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.text("exc_type")).isEqualTo("TooManyRequestsError");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isPositive();
    }

    @Test
    void endsTheLinkAfterItsTime() throws Exception {
        String user = accounts.user("late");
        String key = keyFor(user, "198.51.100.6");
        accounts.execute(
                "UPDATE `tabUser` SET `last_reset_password_key_generated_on` = '2001-01-01' WHERE `name` = ?", user);
        assertThat(new Visitor(base)
                        .post(UPDATE, "key", key, "new_password", "Calm-Meadow-77")
                        .status())
                .isEqualTo(410);
    }

    @Test
    void asksForANewPasswordWhereTheOldOneIsTooOld() throws Exception {
        String user = accounts.user("old", "System Manager");
        accounts.execute("UPDATE `tabUser` SET `last_password_reset_date` = '2001-01-01' WHERE `name` = ?", user);
        accounts.set("System Settings", Map.of("force_user_to_reset_password", 90L));
        try {
            Visitor visitor = new Visitor(base);
            Answer asked = visitor.login(user, Accounts.PASSWORD);
            assertThat(asked.text("message")).isEqualTo("Password Reset");
            assertThat(visitor.whoAmI().status()).isEqualTo(403);
            String key = asked.text("redirect_to").replaceAll(".*key=(\\w+).*", "$1");
            visitor.post(UPDATE, "key", key, "new_password", "Calm-Meadow-77");
            assertThat(new Visitor(base).login(user, "Calm-Meadow-77").text("message"))
                    .isEqualTo("Logged In");
        } finally {
            accounts.set("System Settings", Map.of("force_user_to_reset_password", 0L));
        }
    }

    @Test
    void ratesPasswordsWithoutRepeatingThem() throws Exception {
        Visitor visitor = new Visitor(base).from("198.51.100.7");
        String rate = "/api/method/frappe.core.doctype.user.user.test_password_strength";
        Answer weak = visitor.post(rate, "new_password", "password1");
        assertThat(weak.json()
                        .at("/message/feedback/password_policy_validation_passed")
                        .asBoolean())
                .isFalse();
        assertThat(weak.body()).doesNotContain("password1");
        assertThat(visitor.post(rate, "new_password", "Calm-Meadow-77-otter")
                        .json()
                        .at("/message/feedback/password_policy_validation_passed")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void changesOnesOwnPasswordByThePageAlsoBesideTheDesk() throws Exception {
        String user = accounts.user("changing", "System Manager");
        Visitor visitor = new Visitor(base);
        visitor.login(user, Accounts.PASSWORD);
        visitor.get("/app");
        String token = visitor.get("/update-password").body().replaceAll("(?s).*data-token=\"(\\w+)\".*", "$1");
        String[] form = {"old_password", Accounts.PASSWORD, "new_password", "Calm-Meadow-77"};
        assertThat(visitor.post(UPDATE, form).status()).isEqualTo(400);
        assertThat(visitor.with("X-Frappe-CSRF-Token", token).post(UPDATE, form).status())
                .isEqualTo(200);
    }
}
