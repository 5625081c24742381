package org.affogato.api.auth.twofactor;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.affogato.api.auth.Accounts;
import org.affogato.api.auth.Visitor;
import org.affogato.api.auth.Visitor.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Logins with a second step. Switched on for one role only, so that other tests log in as ever. */
@QuarkusTest
class TwoFactorTest {
    private static final String LOGIN = "/api/method/login";
    private static final String ROLE = "Careful";
    private static final AtomicLong COUNT = new AtomicLong();

    @TestHTTPResource("/")
    URI base;

    @Inject
    Accounts accounts;

    private String user;

    @BeforeEach
    void switchOn() {
        accounts.execute(
                "INSERT IGNORE INTO `tabRole` (`name`, `role_name`, `desk_access`, `two_factor_auth`) VALUES (?, ?, 1, 1)",
                ROLE,
                ROLE);
        use("OTP App", Map.of());
        user = accounts.user("careful" + COUNT.incrementAndGet(), ROLE, "System Manager");
        accounts.forgetMails();
    }

    private void use(String method, Map<String, Object> more) {
        Map<String, Object> values = new LinkedHashMap<>(more);
        values.put("enable_two_factor_auth", 1L);
        values.put("two_factor_method", method);
        accounts.set("System Settings", values);
        accounts.execute("UPDATE `tabRole` SET `two_factor_auth` = 0 WHERE `name` = 'All'");
    }

    @AfterEach
    void switchOff() {
        accounts.set("System Settings", Map.of("enable_two_factor_auth", 0L, "two_factor_method", "OTP App"));
    }

    /** Follows the mailed link and reads the secret, as one who types it into the app. */
    private OneTimePassword app(Visitor visitor) throws Exception {
        String link = accounts.inMailTo(user, "https://site.example(/qrcode\\?k=\\S+)");
        String page = visitor.get(link).body();
        assertThat(page).contains("<svg");
        return new OneTimePassword(page.replaceAll("(?s).*<code>([A-Z2-7]{32})</code>.*", "$1"));
    }

    private static String now(OneTimePassword app) {
        return app.at(Instant.now().getEpochSecond() / 30);
    }

    private Answer second(Visitor visitor, String ticket, String code) throws Exception {
        return visitor.post(LOGIN, "tmp_id", ticket, "otp", code);
    }

    @Test
    void asksForACodeOfTheAppAfterThePassword() throws Exception {
        Visitor visitor = new Visitor(base);
        Answer first = visitor.login(user, Accounts.PASSWORD);
        assertThat(first.status()).isEqualTo(200);
        assertThat(first.json().at("/verification/method").asText()).isEqualTo("Email");
        assertThat(first.json().has("message")).isFalse();
        assertThat(visitor.whoAmI().status()).isEqualTo(403);
        Answer entered = second(visitor, first.text("tmp_id"), now(app(visitor)));
        assertThat(entered.text("message")).isEqualTo("Logged In");
        assertThat(visitor.whoAmI().text("message")).isEqualTo(user);
        Answer next = new Visitor(base).login(user, Accounts.PASSWORD);
        assertThat(next.json().at("/verification").toString()).isEqualTo("{\"method\":\"OTP App\",\"setup\":true}");
    }

    @Test
    void takesACodeOnce() throws Exception {
        Visitor visitor = new Visitor(base);
        String ticket = visitor.login(user, Accounts.PASSWORD).text("tmp_id");
        String code = now(app(visitor));
        String other = new Visitor(base).login(user, Accounts.PASSWORD).text("tmp_id");
        assertThat(second(visitor, ticket, code).status()).isEqualTo(200);
        Answer replayed = second(new Visitor(base), other, code);
        assertThat(replayed.status()).isEqualTo(401);
        assertThat(replayed.text("message")).isEqualTo("Incorrect Verification code");
    }

    @Test
    void boundsTheNumberOfTries() throws Exception {
        Visitor visitor = new Visitor(base);
        String ticket = visitor.login(user, Accounts.PASSWORD).text("tmp_id");
        OneTimePassword app = app(visitor);
        for (int i = 0; i < 6; i++) {
            assertThat(second(visitor, ticket, "x" + i).status()).isEqualTo(401);
        }
        Answer locked = second(visitor, ticket, now(app));
        assertThat(locked.status()).isEqualTo(429);
        assertThat(locked.header("Retry-After")).isNotEmpty();
    }

    @Test
    void countsTriesThatComeAtOnce() throws Exception {
        Visitor visitor = new Visitor(base);
        String ticket = visitor.login(user, Accounts.PASSWORD).text("tmp_id");
        app(visitor);
        List<Callable<Integer>> tries = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            String code = "y" + i;
            tries.add(() -> second(new Visitor(base), ticket, code).status());
        }
        List<Integer> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(15)) {
            for (Future<Integer> answer : threads.invokeAll(tries)) {
                answers.add(answer.get());
            }
        }
        assertThat(answers).filteredOn(status -> status == 401).hasSize(6);
        assertThat(answers).filteredOn(status -> status == 429).hasSize(24);
    }

    @Test
    void takesACodeOfTheTicketsOwnUserOnly() throws Exception {
        Visitor visitor = new Visitor(base);
        visitor.login(user, Accounts.PASSWORD);
        OneTimePassword own = app(visitor);
        String victim = accounts.user("careful" + COUNT.incrementAndGet(), ROLE, "System Manager");
        String ticket = new Visitor(base).login(victim, Accounts.PASSWORD).text("tmp_id");
        Visitor attacker = new Visitor(base);
        assertThat(attacker.post(LOGIN, "tmp_id", ticket, "otp", now(own), "usr", user, "pwd", Accounts.PASSWORD)
                        .status())
                .isEqualTo(401);
        assertThat(attacker.whoAmI().status()).isEqualTo(403);
        assertThat(attacker.post(LOGIN, "usr", user, "pwd", Accounts.PASSWORD, "otp", "")
                        .json()
                        .has("tmp_id"))
                .isTrue();
    }

    @Test
    void mailsACodeWhereTheSettingsSaySo() throws Exception {
        use("Email", Map.of());
        Visitor visitor = new Visitor(base);
        Answer first = visitor.login(user, Accounts.PASSWORD);
        assertThat(first.json().at("/verification/token_delivery").asBoolean()).isTrue();
        String code = accounts.inMailTo(user, "(\\d{6})");
        assertThat(second(visitor, first.text("tmp_id"), code).status()).isEqualTo(200);
        assertThat(second(new Visitor(base), first.text("tmp_id"), code).status())
                .isEqualTo(401);
    }

    @Test
    void refusesATicketAfterThePasswordChanged() throws Exception {
        Visitor visitor = new Visitor(base);
        String ticket = visitor.login(user, Accounts.PASSWORD).text("tmp_id");
        String code = now(app(visitor));
        accounts.change(user, "new_password", "Calm-Meadow-77");
        assertThat(second(visitor, ticket, code).status()).isEqualTo(401);
        assertThat(second(visitor, "made-up", code).status()).isEqualTo(401);
    }

    @Test
    void asksNotFromAddressesThatTheUserIsBoundTo() throws Exception {
        use("OTP App", Map.of("bypass_2fa_for_retricted_ip_users", 1L));
        accounts.change(user, "restrict_ip", "192.0.2.55");
        Answer bound = new Visitor(base).from("192.0.2.55").login(user, Accounts.PASSWORD);
        assertThat(bound.text("message")).isEqualTo("Logged In");
    }

    @Test
    void letsAFactorStandInForTheAddressWhereTheUserMay() throws Exception {
        accounts.change(user, "restrict_ip", "192.0.2.56");
        Visitor visitor = new Visitor(base).from("203.0.113.9");
        String ticket = visitor.login(user, Accounts.PASSWORD).text("tmp_id");
        OneTimePassword app = app(visitor);
        assertThat(second(visitor, ticket, now(app)).status()).isEqualTo(401);
        accounts.change(user, "bypass_restrict_ip_check_if_2fa_enabled", 1L);
        String again = visitor.login(user, Accounts.PASSWORD).text("tmp_id");
        String next = app.at(Instant.now().getEpochSecond() / 30 + 1);
        assertThat(second(visitor, again, next).status()).isEqualTo(200);
    }

    @Test
    void doesNotTakeAMailedLinkForASecondFactor() throws Exception {
        Visitor visitor = new Visitor(base).from("203.0.113.10");
        visitor.post("/api/method/frappe.core.doctype.user.user.reset_password", "user", user);
        String key = accounts.inMailTo(user, "update-password\\?key=(\\w+)");
        Answer changed = visitor.post(
                "/api/method/frappe.core.doctype.user.user.update_password",
                "key",
                key,
                "new_password",
                "Calm-Meadow-77");
        assertThat(changed.text("message")).isEqualTo("/login");
        assertThat(visitor.whoAmI().status()).isEqualTo(403);
        accounts.forgetMails();
        visitor.post("/api/method/frappe.www.login.send_login_link", "email", user);
        String link = accounts.inMailTo(user, "https://site.example(/api/method/\\S+)");
        assertThat(visitor.get(link).status()).isEqualTo(403);
    }

    @Test
    void setsUpAnAppForOneselfAndResetsIt() throws Exception {
        accounts.set("System Settings", Map.of("enable_two_factor_auth", 0L));
        Visitor visitor = new Visitor(base);
        visitor.login(user, Accounts.PASSWORD);
        use("OTP App", Map.of());
        Answer shown = visitor.post("/api/method/affogato.twofactor.set_up", "password", Accounts.PASSWORD);
        assertThat(shown.json().at("/message/uri").asText()).startsWith("otpauth://totp/");
        assertThat(visitor.post("/api/method/affogato.twofactor.set_up", "password", "wrong")
                        .status())
                .isEqualTo(401);
        OneTimePassword app =
                new OneTimePassword(shown.json().at("/message/secret").asText());
        Visitor other = new Visitor(base);
        assertThat(second(other, other.login(user, Accounts.PASSWORD).text("tmp_id"), now(app))
                        .status())
                .isEqualTo(200);
        String reset = "/api/method/frappe.twofactor.reset_otp_secret";
        assertThat(other.post(reset, "user", "Administrator").status()).isEqualTo(200);
        assertThat(other.post(reset, "user", user).status()).isEqualTo(200);
        accounts.inMailTo(user, "(was reset)");
        Answer anew = new Visitor(base).login(user, Accounts.PASSWORD);
        assertThat(anew.json().at("/verification/method").asText()).isEqualTo("Email");
    }
}
