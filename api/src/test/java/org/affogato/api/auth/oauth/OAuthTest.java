package org.affogato.api.auth.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.affogato.api.auth.Accounts;
import org.affogato.api.auth.Digests;
import org.affogato.api.auth.Visitor;
import org.affogato.api.auth.Visitor.Answer;
import org.affogato.engine.Engine;
import org.affogato.engine.document.Document;
import org.affogato.engine.spi.Context;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A program that a user lets act for him, from the question to the end of its tokens. */
@QuarkusTest
class OAuthTest {
    private static final String METHOD = "/api/method/frappe.integrations.oauth2.";
    private static final String BACK = "https://app.example/back?a=1";
    private static final String VERIFIER = "a-verifier-of-more-than-43-letters-is-what-the-rules-ask-for";
    private static final AtomicLong COUNT = new AtomicLong();

    @TestHTTPResource("/")
    URI base;

    @Inject
    Accounts accounts;

    @Inject
    Engine engine;

    private String user;
    private Visitor browser;
    private String client;
    private String secret;

    @BeforeEach
    void logIn() throws Exception {
        user = accounts.user("granting" + COUNT.incrementAndGet(), "System Manager");
        browser = new Visitor(base);
        browser.login(user, Accounts.PASSWORD);
        Document made = client(Map.of());
        client = made.name();
        secret = made.text("client_secret");
    }

    private Document client(Map<String, Object> more) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("app_name", "An 'App'");
        values.put("redirect_uris", BACK + " myapp:/back");
        values.put("default_redirect_uri", BACK);
        values.putAll(more);
        return engine.run(
                Context.ADMINISTRATOR,
                context -> context.documents().insert(context.documents().createWithDefaults("OAuth Client", values)));
    }

    private String query(String... more) {
        List<String> pairs = new ArrayList<>(List.of(
                "client_id",
                client,
                "redirect_uri",
                BACK,
                "response_type",
                "code",
                "scope",
                "all openid",
                "state",
                "s & t"));
        pairs.addAll(List.of(more));
        return "?" + Visitor.form(pairs.toArray(String[]::new));
    }

    /** Presses the button of the page. */
    private Answer allow(Answer page) throws Exception {
        Matcher field = Pattern.compile("name=\"(\\w+)\" value=\"([^\"]*)\"").matcher(page.body());
        List<String> pairs = new ArrayList<>();
        while (field.find()) {
            pairs.add(field.group(1));
            pairs.add(field.group(2).replace("&amp;", "&"));
        }
        return browser.post(METHOD + "approve", pairs.toArray(String[]::new));
    }

    private static Map<String, String> parameters(String address) {
        Map<String, String> found = new LinkedHashMap<>();
        for (String pair : address.substring(address.indexOf('?') + 1).split("&")) {
            String[] parts = pair.split("=", 2);
            found.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return found;
    }

    private String code(String... more) throws Exception {
        Answer granted = allow(browser.get(METHOD + "authorize" + query(more)));
        assertThat(granted.status()).isEqualTo(302);
        return parameters(granted.header("Location")).get("code");
    }

    private Answer redeem(String code, String... more) throws Exception {
        List<String> pairs = new ArrayList<>(
                List.of("grant_type", "authorization_code", "code", code, "redirect_uri", BACK, "client_id", client));
        pairs.addAll(List.of(more));
        return new Visitor(base).post(METHOD + "get_token", pairs.toArray(String[]::new));
    }

    private Answer refresh(String token, String... more) throws Exception {
        List<String> pairs = new ArrayList<>(List.of("grant_type", "refresh_token", "refresh_token", token));
        pairs.addAll(List.of(more));
        return new Visitor(base).post(METHOD + "get_token", pairs.toArray(String[]::new));
    }

    private Answer as(String token) throws Exception {
        return new Visitor(base).bearer(token).whoAmI();
    }

    @Test
    void leadsFromTheQuestionToATokenThatWorksEverywhere() throws Exception {
        Answer page = browser.get(METHOD + "authorize" + query());
        assertThat(page.body()).contains("An &#39;App&#39;", user, "app.example");
        assertThat(page.header("X-Frame-Options")).isEqualTo("DENY");
        Answer granted = allow(page);
        Map<String, String> back = parameters(granted.header("Location"));
        assertThat(granted.header("Location")).startsWith(BACK + "&");
        assertThat(back).containsEntry("state", "s & t").containsEntry("a", "1");
        Answer tokens = redeem(back.get("code"));
        assertThat(tokens.status()).isEqualTo(200);
        assertThat(tokens.header("Cache-Control")).isEqualTo("no-store");
        assertThat(tokens.text("token_type")).isEqualTo("Bearer");
        String token = tokens.text("access_token");
        assertThat(as(token).text("message")).isEqualTo(user);
        Visitor program = new Visitor(base).bearer(token);
        assertThat(program.post("/api/resource/ToDo", "description", "x")
                        .json()
                        .at("/data/owner")
                        .asText())
                .isEqualTo(user);
        assertThat(program.get("/api/resource/ToDo").status()).isEqualTo(200);
        assertThat(program.get(METHOD + "openid_profile").text("email")).isEqualTo(user);
    }

    @Test
    void signsWhoLoggedIn() throws Exception {
        String[] parts = redeem(code("nonce", "n-1")).text("id_token").split("\\.");
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        assertThat(claims)
                .contains("\"aud\":\"" + client + "\"", "\"nonce\":\"n-1\"", "\"iss\":\"https://site.example\"");
        assertThat(new String(Base64.getUrlDecoder().decode(parts[0]), StandardCharsets.UTF_8))
                .contains("HS256");
        assertThat(as(String.join(".", parts)).status()).isEqualTo(401);
    }

    @Test
    void grantsNothingWithoutThePage() throws Exception {
        Answer linked = browser.get(METHOD + "approve" + query());
        assertThat(linked.header("Location")).contains("oauth2.authorize?");
        assertThat(browser.post(
                                METHOD + "approve",
                                "client_id",
                                client,
                                "redirect_uri",
                                BACK,
                                "response_type",
                                "code",
                                "scope",
                                "all")
                        .status())
                .isEqualTo(400);
        Visitor other = new Visitor(base);
        other.login(accounts.user("other" + COUNT.incrementAndGet()), Accounts.PASSWORD);
        Answer page = other.get(METHOD + "authorize" + query());
        assertThat(allow(page).status()).isEqualTo(400);
        assertThat(accounts.value("SELECT COUNT(*) FROM `tabOAuth Authorization Code` WHERE `client` = ?", client))
                .isEqualTo("0");
    }

    @Test
    void leadsVisitorsToTheLoginAndBack() throws Exception {
        Answer page = new Visitor(base).get(METHOD + "authorize" + query());
        assertThat(page.status()).isEqualTo(302);
        assertThat(page.header("Location")).contains("/login?redirect-to=%2Fapi%2Fmethod%2F");
        assertThat(new Visitor(base)
                        .get("/login?redirect-to=https%3A%2F%2Fevil.example")
                        .body())
                .contains("data-target=\"\"");
        assertThat(new Visitor(base)
                        .get("/login?redirect-to=%2F%2Fevil.example")
                        .body())
                .contains("data-target=\"\"");
    }

    @Test
    void comparesTheRedirectToTheLetter() throws Exception {
        for (String wrong : List.of(
                "https://app.example/back",
                BACK + "/x",
                BACK + "/../x",
                "https://evil.example",
                BACK + "&b=2",
                BACK + "#here",
                BACK + "%00",
                BACK + " ",
                BACK + "\r\nSet-Cookie: a=b",
                BACK.toUpperCase(Locale.ROOT),
                BACK.replace("https:", "http:"),
                BACK.replace("app.example", "app.example@evil.example"),
                BACK.replace("app.example", "evil.example\\@app.example"),
                BACK.replace("app.example", "app.example.evil.example"),
                BACK.replace("app.example", "app.example:443"),
                BACK + " https://evil.example",
                "myapp:/back/x",
                "javascript:alert(1)",
                "/api/method/logout")) {
            Answer refused = browser.get(METHOD + "authorize?"
                    + Visitor.form("client_id", client, "redirect_uri", wrong, "response_type", "code"));
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.text("error")).isEqualTo("invalid_request");
        }
        Answer bound = redeem(code(), "redirect_uri", "myapp:/back");
        assertThat(bound.status()).isEqualTo(400);
    }

    @Test
    void refusesClientsThatLeadToScripts() {
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> client(Map.of("redirect_uris", "javascript:alert(1)", "default_redirect_uri", BACK)))
                .hasMessageContaining("javascript");
    }

    @Test
    void redeemsACodeOnceHoweverManyTryAtOnce() throws Exception {
        String code = code();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Callable<Integer>> tries = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                tries.add(() -> redeem(code).status());
            }
            List<Integer> answers = new ArrayList<>();
            for (Future<Integer> answer : threads.invokeAll(tries)) {
                answers.add(answer.get());
            }
            assertThat(answers).containsOnlyOnce(200).contains(400);
        }
    }

    @Test
    void endsACodeAfterItsTime() throws Exception {
        String code = code();
        accounts.execute("UPDATE `tabOAuth Authorization Code` SET `creation` = '2001-01-01' WHERE `name` = ?", code);
        assertThat(redeem(code).text("error")).isEqualTo("invalid_grant");
    }

    @Test
    void asksForTheVerifierOfTheChallenge() throws Exception {
        String challenge = Base64.getUrlEncoder().withoutPadding().encodeToString(Digests.of(VERIFIER));
        String code = code("code_challenge", challenge, "code_challenge_method", "S256");
        assertThat(redeem(code).text("error")).isEqualTo("invalid_grant");
        assertThat(redeem(code, "code_verifier", challenge).text("error")).isEqualTo("invalid_grant");
        assertThat(redeem(code, "code_verifier", VERIFIER).status()).isEqualTo(200);
        String plain = code("code_challenge", VERIFIER);
        assertThat(redeem(plain, "code_verifier", VERIFIER + "x").text("error")).isEqualTo("invalid_grant");
        assertThat(redeem(plain, "code_verifier", VERIFIER).status()).isEqualTo(200);
    }

    /** A code that was asked for without a challenge may have been put under the client by somebody else. */
    @Test
    void takesNoVerifierWhereNoChallengeWas() throws Exception {
        assertThat(redeem(code(), "code_verifier", VERIFIER).text("error")).isEqualTo("invalid_grant");
        for (String method : List.of("none", "S512", "s256", "PLAIN", "S256 ")) {
            Answer refused = browser.get(
                    METHOD + "authorize" + query("code_challenge", VERIFIER, "code_challenge_method", method));
            assertThat(refused.status()).as(method).isEqualTo(400);
        }
        String challenge = Base64.getUrlEncoder().withoutPadding().encodeToString(Digests.of(VERIFIER));
        String code = code("code_challenge", challenge, "code_challenge_method", "S256");
        for (String wrong : List.of("", VERIFIER + "x", VERIFIER.toUpperCase(Locale.ROOT), challenge)) {
            assertThat(redeem(code, "code_verifier", wrong, "code_challenge_method", "plain")
                            .text("error"))
                    .isEqualTo("invalid_grant");
        }
    }

    @Test
    void widensNoScopeThatTheClientLacks() throws Exception {
        client = client(Map.of("scopes", "openid")).name();
        for (String scope : List.of("all", "openid all", "openid\tall", "ALL")) {
            Answer refused = browser.get(METHOD + "authorize" + query("scope", scope));
            assertThat(refused.text("error")).as(scope).isEqualTo("invalid_scope");
        }
        String code = code("scope", "openid");
        assertThat(redeem(code, "scope", "all").text("scope")).isEqualTo("openid");
    }

    @Test
    void believesNoWrongSecret() throws Exception {
        assertThat(redeem(code(), "client_secret", "wrong").status()).isEqualTo(401);
        assertThat(redeem(code(), "client_secret", secret).status()).isEqualTo(200);
        String basic = Base64.getEncoder().encodeToString((client + ":" + secret).getBytes(StandardCharsets.UTF_8));
        Answer byHeader = new Visitor(base)
                .with("Authorization", "Basic " + basic)
                .post(METHOD + "get_token", "grant_type", "authorization_code", "code", code(), "redirect_uri", BACK);
        assertThat(byHeader.status()).isEqualTo(200);
    }

    @Test
    void keepsTheCodeOfOneClientFromAnother() throws Exception {
        String other = client(Map.of()).name();
        assertThat(redeem(code(), "client_id", other).text("error")).isEqualTo("invalid_grant");
    }

    @Test
    void rotatesRefreshTokensAndEndsAllWhereOneComesTwice() throws Exception {
        Answer first = redeem(code());
        Answer second = refresh(first.text("refresh_token"));
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.text("refresh_token")).isNotEqualTo(first.text("refresh_token"));
        assertThat(as(second.text("access_token")).text("message")).isEqualTo(user);
        accounts.execute(
                "UPDATE `tabOAuth Bearer Token` SET `modified` = '2001-01-01' WHERE `name` = ?",
                first.text("access_token"));
        assertThat(refresh(first.text("refresh_token")).status()).isEqualTo(404);
        assertThat(refresh(second.text("refresh_token")).status()).isEqualTo(404);
        assertThat(as(second.text("access_token")).status()).isEqualTo(401);
    }

    @Test
    void widensNoScope() throws Exception {
        Answer narrow = redeem(code("scope", "openid"));
        assertThat(narrow.text("scope")).isEqualTo("openid");
        assertThat(refresh(narrow.text("refresh_token"), "scope", "all").text("error"))
                .isEqualTo("invalid_scope");
        Visitor program = new Visitor(base).bearer(narrow.text("access_token"));
        assertThat(program.get(METHOD + "openid_profile").text("email")).isEqualTo(user);
        assertThat(program.get("/api/resource/ToDo").status()).isEqualTo(403);
    }

    @Test
    void endsTokensByRevocationAndTells() throws Exception {
        Answer tokens = redeem(code());
        String token = tokens.text("access_token");
        Answer described = new Visitor(base).post(METHOD + "introspect_token", "token", token);
        assertThat(described.json().path("active").asBoolean()).isTrue();
        assertThat(described.text("email")).isEqualTo(user);
        assertThat(new Visitor(base)
                        .post(METHOD + "revoke_token", "token", token)
                        .status())
                .isEqualTo(200);
        assertThat(as(token).status()).isEqualTo(401);
        assertThat(new Visitor(base)
                        .post(METHOD + "introspect_token", "token", token)
                        .body())
                .isEqualTo("{\"active\":false}");
        assertThat(new Visitor(base)
                        .post(METHOD + "revoke_token", "token", "made-up")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void endsTokensWithTheirTimeTheirUserAndTheirClient() throws Exception {
        String late = redeem(code()).text("access_token");
        assertThat(as(late).status()).isEqualTo(200);
        accounts.execute("UPDATE `tabOAuth Bearer Token` SET `expiration_time` = '2001-01-01' WHERE `name` = ?", late);
        assertThat(as(late).status()).isEqualTo(401);
        Answer tokens = redeem(code());
        accounts.change(user, "enabled", 0L);
        assertThat(as(tokens.text("access_token")).status()).isEqualTo(401);
        assertThat(refresh(tokens.text("refresh_token")).status()).isEqualTo(400);
        accounts.change(user, "enabled", 1L);
        assertThat(as(tokens.text("access_token")).status()).isEqualTo(200);
        engine.run(
                Context.ADMINISTRATOR,
                context -> context.documents()
                        .save(context.documents().get("OAuth Client", client).set("scopes", "openid")));
        assertThat(as(tokens.text("access_token")).status()).isEqualTo(401);
    }

    @Test
    void takesAUsersPasswordUnderTheRulesOfALogin() throws Exception {
        Visitor program = new Visitor(base).from("203.0.113.40");
        String[] right = {
            "grant_type",
            "password",
            "username",
            user,
            "password",
            Accounts.PASSWORD,
            "client_id",
            client,
            "scope",
            "all"
        };
        String token = program.post(METHOD + "get_token", right).text("access_token");
        assertThat(as(token).text("message")).isEqualTo(user);
        assertThat(program.post(
                                METHOD + "get_token",
                                "grant_type",
                                "password",
                                "username",
                                user,
                                "password",
                                "x",
                                "client_id",
                                client)
                        .status())
                .isEqualTo(401);
    }

    @Test
    void tellsClientsWhereToFindWhat() throws Exception {
        Answer moved = new Visitor(base).get("/.well-known/openid-configuration");
        assertThat(moved.status()).isEqualTo(301);
        Answer found = new Visitor(base).get(METHOD + "openid_configuration");
        assertThat(found.text("token_endpoint")).isEqualTo("https://site.example" + METHOD + "get_token");
        assertThat(found.json().at("/code_challenge_methods_supported/0").asText())
                .isEqualTo("S256");
    }

    @Test
    void letsUsersTakeBackWhatTheyGranted() throws Exception {
        String token = redeem(code()).text("access_token");
        browser.post("/api/method/frappe.www.third_party_apps.delete_client", "client_id", client);
        assertThat(as(token).status()).isEqualTo(401);
    }
}
