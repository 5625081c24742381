package org.affogato.api.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.affogato.api.auth.Visitor.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What one tries who wants into an account that is not his, or to stay in one. */
@QuarkusTest
class SignInAttacksTest {
    private static final String LOGIN = "/api/method/login";
    private static final String MODULE = "/api/method/frappe.core.doctype.user.user.";

    @TestHTTPResource("/")
    URI base;

    @Inject
    Accounts accounts;

    private String user;
    private Visitor browser;

    @BeforeEach
    void logIn() throws Exception {
        user = accounts.user("target" + System.nanoTime(), "System Manager");
        browser = new Visitor(base);
        browser.login(user, Accounts.PASSWORD);
    }

    private static int status(Visitor visitor) throws Exception {
        return visitor.whoAmI().status();
    }

    @Test
    void takesNoSessionIdThatTheBrowserBrings() throws Exception {
        String planted = "a".repeat(56);
        Visitor victim = new Visitor(base).withCookie("sid", planted);
        victim.login(user, Accounts.PASSWORD);
        assertThat(victim.cookie("sid")).isNotEqualTo(planted).hasSize(56);
        assertThat(status(new Visitor(base).withCookie("sid", planted))).isEqualTo(403);
    }

    @Test
    void startsANewSessionOverThatOfSomebodyElse() throws Exception {
        Visitor attacker = new Visitor(base);
        attacker.login(accounts.user("planter" + System.nanoTime()), Accounts.PASSWORD);
        String planted = attacker.cookie("sid");
        Visitor victim = new Visitor(base).withCookie("sid", planted);
        victim.login(user, Accounts.PASSWORD);
        assertThat(victim.cookie("sid")).isNotEqualTo(planted);
        assertThat(attacker.whoAmI().text("message")).startsWith("planter");
    }

    @ParameterizedTest
    @ValueSource(strings = {"?sid=%s", ";sid=%s", ";jsessionid=%s", "?csrf_token=x&sid=%s#sid=%s"})
    void takesNoSessionFromTheAddress(String place) throws Exception {
        String sid = browser.cookie("sid");
        Visitor other = new Visitor(base);
        Answer answer = other.get("/api/method/frappe.auth.get_logged_user" + place.replace("%s", sid));
        assertThat(answer.status()).isNotEqualTo(200);
        assertThat(answer.body()).doesNotContain(user);
        assertThat(other.post("/api/method/frappe.auth.get_logged_user", "sid", sid)
                        .status())
                .isEqualTo(403);
        assertThat(other.with("sid", sid).with("X-Frappe-Sid", sid).whoAmI().status())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s ", "%s%", "%", "' OR ''='", "Administrator", "Guest", "guest", "\u00e9", "%s\u0000"})
    void takesNoCookieThatIsNearlyRight(String cookie) throws Exception {
        String value = cookie.replace("%s", browser.cookie("sid"));
        assertThat(status(new Visitor(base).withCookie("sid", URLEncoder.encode(value, StandardCharsets.UTF_8))))
                .isEqualTo(403);
    }

    @Test
    void endsAllOtherSessionsWithAChangeOfThePassword() throws Exception {
        Visitor thief = new Visitor(base);
        thief.login(user, Accounts.PASSWORD);
        Answer changed = browser.post(
                MODULE + "update_password", "old_password", Accounts.PASSWORD, "new_password", "Calm-Meadow-77");
        assertThat(changed.status()).isEqualTo(200);
        assertThat(status(thief)).isEqualTo(403);
        assertThat(status(browser)).isEqualTo(200);
    }

    @Test
    void endsSessionsOfADisabledUserAndTakesAwayRolesAtOnce() throws Exception {
        assertThat(browser.get("/api/resource/User").status()).isEqualTo(200);
        assertThat(browser.get("/api/resource/Role").status()).isEqualTo(200);
        Visitor administrator = new Visitor(base);
        administrator.login("Administrator", "admin");
        administrator.call("PUT", "/api/resource/User/" + user, "application/json", "{\"roles\":[]}");
        assertThat(browser.get("/api/resource/Role").status()).isEqualTo(403);
        accounts.change(user, "enabled", 0L);
        assertThat(status(browser)).isEqualTo(403);
        accounts.change(user, "enabled", 1L);
        assertThat(status(browser)).isEqualTo(403);
    }

    @Test
    void leavesNothingOfASessionAfterLogout() throws Exception {
        String sid = browser.cookie("sid");
        browser.get("/app");
        Answer refused = browser.post("/api/method/logout");
        assertThat(refused.status()).isEqualTo(400);
        String page = browser.get("/app").body();
        browser.with("X-Frappe-CSRF-Token", page.replaceAll("(?s).*csrf_token = \"([0-9a-f]+)\".*", "$1"));
        assertThat(browser.post("/api/method/logout").status()).isEqualTo(200);
        assertThat(browser.cookie("sid")).isEmpty();
        assertThat(status(new Visitor(base).withCookie("sid", sid))).isEqualTo(403);
        assertThat(new Visitor(base).withCookie("sid", sid).get("/app").status())
                .isEqualTo(302);
    }

    @Test
    void marksCookiesForHttpsOnlyBehindAProxyThatSpeaksIt() throws Exception {
        Visitor secure = new Visitor(base).with("X-Forwarded-Proto", "https");
        Answer answer = secure.login(user, Accounts.PASSWORD);
        List<String> cookies = answer.response().headers().allValues("set-cookie");
        assertThat(cookies)
                .isNotEmpty()
                .allSatisfy(cookie -> assertThat(cookie)
                        .contains("; Secure")
                        .contains("SameSite=Lax")
                        .contains("Path=/")
                        .doesNotContain("Domain="));
        assertThat(cookies)
                .filteredOn(cookie -> cookie.startsWith("sid="))
                .singleElement()
                .asString()
                .contains("HttpOnly");
    }

    @Test
    void answersAllFailuresAlike() throws Exception {
        String disabled = accounts.user("gone" + System.nanoTime());
        accounts.change(disabled, "enabled", 0L);
        Answer wrong = new Visitor(base).from("198.51.100.31").login(user, "wrong");
        for (String other : List.of(disabled, "nobody@example.com", "Guest", "' OR 1=1 -- ", "%", user + " x")) {
            Answer answer = new Visitor(base).from("198.51.100.32").login(other, "wrong");
            assertThat(answer.status()).as(other).isEqualTo(wrong.status());
            assertThat(answer.body()).as(other).isEqualTo(wrong.body());
            new Visitor(base).from("198.51.100.32").login(user, Accounts.PASSWORD);
        }
    }

    /** The hash takes nearly all of the time; without it an answer comes many times faster. */
    @Test
    void answersUnknownUsersAsSlowlyAsKnownOnes() throws Exception {
        accounts.set("System Settings", Map.of("allow_consecutive_login_attempts", 0L));
        try {
            timeOf(user);
            long known = timeOf(user);
            long unknown = timeOf("nobody" + System.nanoTime() + "@example.com");
            assertThat((double) unknown / known).isBetween(0.4, 2.5);
        } finally {
            accounts.set("System Settings", Map.of("allow_consecutive_login_attempts", 10L));
        }
    }

    /** The quickest of several: what else the machine does only adds to it. */
    private long timeOf(String name) {
        return LongStream.range(0, 7)
                .map(turn -> {
                    long start = System.nanoTime();
                    try {
                        new Visitor(base).from("198.51.100.33").login(name, "wrong");
                    } catch (IOException | InterruptedException broken) {
                        throw new IllegalStateException(broken);
                    }
                    return System.nanoTime() - start;
                })
                .min()
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(ints = {512, 513, 100_000, 1_000_000})
    void refusesLongPasswordsWithoutWork(int length) throws Exception {
        long start = System.nanoTime();
        Answer answer = new Visitor(base).from("198.51.100.34").login(user, "x".repeat(length));
        assertThat(answer.status()).isEqualTo(401);
        assertThat(System.nanoTime() - start).isLessThan(5_000_000_000L);
        assertThat(answer.body()).hasSizeLessThan(500);
        new Visitor(base).from("198.51.100.34").login(user, Accounts.PASSWORD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0000",
                "%s\r\nSet-Cookie: a=b",
                "\uD83D\uDE00",
                "%s;",
                "%s,Administrator",
                "[\"%s\"]",
                "{\"name\":\"%s\"}"
            })
    void takesStrangeNamesForNobody(String name) throws Exception {
        Visitor visitor = new Visitor(base).from("198.51.100." + (100 + name.hashCode() % 100));
        Answer answer = visitor.login(name.replace("%s", user), Accounts.PASSWORD);
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("a")).isEmpty();
        assertThat(answer.response().headers().allValues("set-cookie")).noneMatch(line -> line.startsWith("a="));
        assertThat(status(visitor)).isEqualTo(403);
    }

    /** The database takes some letters for none: a name written with them is the same one, to the lock as well. */
    @Test
    void countsFailuresUnderAnySpellingOfAName() throws Exception {
        List<String> spellings =
                List.of("%s", "%s\u0000", "\u0000%s", "\u202E%s", "%s\u200b", "%s ", "%s\u0001\u0002", "\ufeff%s");
        for (int i = 0; i < 11; i++) {
            String spelling = spellings.get(i % spellings.size());
            new Visitor(base).from("192.0.2." + (120 + i)).login(spelling.replace("%s", user), "wrong");
        }
        assertThat(new Visitor(base)
                        .from("192.0.2.119")
                        .login(user, Accounts.PASSWORD)
                        .status())
                .isEqualTo(429);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"usr\":{\"$ne\":null},\"pwd\":{\"$ne\":null}}",
                "{\"usr\":[\"%s\"],\"pwd\":[\"" + Accounts.PASSWORD + "\"]}",
                "{\"usr\":\"%s\",\"pwd\":true}",
                "{\"usr\":\"%s\",\"pwd\":null}",
                "{\"usr\":\"%s\"}",
                "{\"usr\":\"%s\",\"tmp_id\":\"x\",\"otp\":\"123456\"}",
                "{\"usr\":\"%s\",\"user\":\"%s\",\"sid\":\"Administrator\"}",
                "[]"
            })
    void takesOddJsonForNobody(String json) throws Exception {
        Visitor visitor = new Visitor(base).from("198.51.100." + (1 + Math.abs(json.hashCode() % 99)));
        Answer answer = visitor.call("POST", LOGIN, "application/json", json.replace("%s", user));
        assertThat(answer.status()).isBetween(400, 429);
        assertThat(status(visitor)).isEqualTo(403);
    }

    @Test
    void carriesNoLineEndsIntoHeaders() throws Exception {
        String name = accounts.user("splitter" + System.nanoTime());
        accounts.execute(
                "UPDATE `tabUser` SET `full_name` = ?, `user_image` = ? WHERE `name` = ?",
                "A\r\nSet-Cookie: planted=1",
                "/x;\r\n planted=2",
                name);
        Answer answer = new Visitor(base).login(name, Accounts.PASSWORD);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.response().headers().allValues("set-cookie"))
                .hasSize(5)
                .noneMatch(line -> line.startsWith("planted"))
                .noneMatch(line -> line.contains("; planted"));
    }

    @ParameterizedTest
    @CsvSource({
        "//evil.example,",
        "/\\evil.example,",
        "\\\\evil.example,",
        "https://evil.example,",
        "https:/evil.example,",
        "javascript:alert(1),",
        "evil.example,",
        "/%0d%0aSet-Cookie:x=y,/%0d%0aSet-Cookie:x=y",
        "/app/todo?x=1#y,/app/todo?x=1#y",
        "'/\tx',",
        "'/x\r\nSet-Cookie: a=b',",
        "///evil.example,",
        "' //evil.example',",
        "'/\u0000/evil.example',"
    })
    void leadsOnToOwnPathsOnly(String wanted, String target) throws Exception {
        String page = "/login?redirect-to=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8);
        Answer moved = browser.get(page);
        assertThat(moved.status()).isEqualTo(302);
        String place = moved.header("Location").replaceFirst("^https?://(localhost|site.example)(:\\d+)?/", "/");
        assertThat(place).isEqualTo(target == null ? "/app" : target);
        assertThat(moved.header("a")).isEmpty();
        assertThat(new Visitor(base).get(page).body())
                .contains("data-target=\"" + (target == null ? "" : target.replace("&", "&amp;")) + "\"");
    }

    @Test
    void givesKeysOfHigherUsersToNobody() throws Exception {
        assertThat(browser.post(MODULE + "generate_keys", "user", "Administrator")
                        .status())
                .isEqualTo(403);
        Visitor plain = new Visitor(base);
        plain.login(accounts.user("plain" + System.nanoTime()), Accounts.PASSWORD);
        assertThat(plain.post(MODULE + "generate_keys", "user", user).status()).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({
        "user_type,System User",
        "enabled,0",
        "restrict_ip,203.0.113.1",
        "login_before,23",
        "simultaneous_sessions,99",
        "api_key,chosen",
        "reset_password_key,chosen",
        "last_login,2001-01-01",
        "bypass_restrict_ip_check_if_2fa_enabled,1",
        "role_profile_name,none",
        "name,Administrator",
        "email,administrator@example.com"
    })
    void letsNobodyWidenHisOwnAccount(String field, String value) throws Exception {
        String name = accounts.user("climber" + System.nanoTime());
        Visitor climber = new Visitor(base);
        climber.login(name, Accounts.PASSWORD);
        String sql = "SELECT `%s` FROM `tabUser` WHERE `name` = ?".formatted(field);
        String before = accounts.value(sql, name);
        climber.call(
                "PUT", "/api/resource/User/" + name, "application/json", "{\"%s\":\"%s\"}".formatted(field, value));
        climber.post(
                "/api/method/frappe.client.set_value",
                "doctype",
                "User",
                "name",
                name,
                "fieldname",
                field,
                "value",
                value);
        assertThat(accounts.value(sql, name)).isEqualTo(before);
        climber.call(
                "PUT", "/api/resource/User/" + name, "application/json", "{\"roles\":[{\"role\":\"System Manager\"}]}");
        assertThat(accounts.value("SELECT COUNT(*) FROM `tabHas Role` WHERE `parent` = ?", name))
                .isEqualTo("0");
    }

    @Test
    void leavesNothingOfADeletedAccountToItsNamesake() throws Exception {
        String name = accounts.user("namesake" + System.nanoTime());
        Visitor first = new Visitor(base);
        first.login(name, Accounts.PASSWORD);
        browser.call("DELETE", "/api/resource/User/" + name, "", "");
        assertThat(status(first)).isEqualTo(403);
        Answer made = browser.call(
                "POST",
                "/api/resource/User",
                "application/json",
                "{\"email\":\"%s\",\"first_name\":\"Other\",\"send_welcome_email\":0}".formatted(name));
        assertThat(made.status()).isEqualTo(200);
        assertThat(new Visitor(base).login(name, Accounts.PASSWORD).status()).isEqualTo(401);
        assertThat(status(first)).isEqualTo(403);
    }

    /** Programs know a user by that id: with another one's he would be taken for that one. */
    @Test
    void letsNobodyTakeTheIdOfAnotherUser() throws Exception {
        String sql = "SELECT `userid` FROM `tabUser Social Login` WHERE `parent` = ?";
        String name = accounts.user("double" + System.nanoTime());
        Visitor climber = new Visitor(base);
        climber.login(name, Accounts.PASSWORD);
        String own = accounts.value(sql, name);
        climber.call(
                "PUT",
                "/api/resource/User/" + name,
                "application/json",
                "{\"social_logins\":[{\"provider\":\"frappe\",\"userid\":\"%s\"}]}"
                        .formatted(accounts.value(sql, user)));
        assertThat(accounts.value(sql, name)).isEqualTo(own);
        assertThat(climber.call("PUT", "/api/resource/User/" + name, "application/json", "{\"first_name\":\"New\"}")
                        .status())
                .isEqualTo(200);
        assertThat(accounts.value("SELECT `first_name` FROM `tabUser` WHERE `name` = ?", name))
                .isEqualTo("New");
    }

    @Test
    void showsNoSecretsOfAnAccount() throws Exception {
        String secret = browser.post(MODULE + "generate_keys", "user", user)
                .json()
                .at("/message/api_secret")
                .asText();
        assertThat(secret).hasSize(15);
        String shown = browser.get("/api/resource/User/" + user).body()
                + browser.get("/api/resource/User?fields=[%22*%22]").body()
                + browser.get("/api/method/frappe.desk.form.load.getdoc?doctype=User&name=" + user)
                        .body();
        assertThat(shown).doesNotContain(secret, "$pbkdf2", "$argon2");
    }
}
