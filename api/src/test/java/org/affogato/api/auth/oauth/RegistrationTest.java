package org.affogato.api.auth.oauth;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.affogato.api.auth.Accounts;
import org.affogato.api.auth.Digests;
import org.affogato.api.auth.Visitor;
import org.affogato.api.auth.Visitor.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A program that knows an address alone finds the way in: from a refused call to its user's token. */
@QuarkusTest
class RegistrationTest {
    private static final String SITE = "https://site.example";
    private static final String METHOD = "/api/method/frappe.integrations.oauth2.";
    private static final String BACK = "http://127.0.0.1:9876/callback";
    private static final String VERIFIER = "a-verifier-of-more-than-43-letters-is-what-the-rules-ask-for";

    @TestHTTPResource("/")
    URI base;

    @Inject
    Accounts accounts;

    private static ExtractableResponse<Response> register(Map<String, ?> values) {
        return given().contentType(ContentType.JSON)
                .header("X-Forwarded-For", "192.0.2." + (int) (Math.random() * 250))
                .body(values)
                .post(METHOD + "register_client")
                .then()
                .extract();
    }

    private static ExtractableResponse<Response> registerAt(String redirect) {
        return register(Map.of(
                "client_name", "A program", "redirect_uris", List.of(redirect), "token_endpoint_auth_method", "none"));
    }

    private static String challenge() {
        return "&code_challenge_method=S256&code_challenge=" + Pkce.encoded(Digests.of(VERIFIER));
    }

    private static String authorize(String client) {
        return METHOD + "authorize?response_type=code&client_id=" + client + "&redirect_uri=" + BACK;
    }

    private static String found(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return matcher.group(1);
    }

    @Test
    void aRefusedCallNamesTheWayToRegister() {
        String description = found(
                "resource_metadata=\"" + SITE + "([^\"]+)\"",
                given().contentType(ContentType.JSON)
                        .header("Authorization", "Bearer old")
                        .body("{}")
                        .post("/mcp")
                        .then()
                        .statusCode(401)
                        .extract()
                        .header("WWW-Authenticate"));
        var resource = given().get(description).then().statusCode(200).extract();
        assertThat(resource.<String>path("resource")).isEqualTo(SITE + "/mcp");
        assertThat(resource.<List<String>>path("authorization_servers")).containsExactly(SITE);
        var server = given().get("/.well-known/oauth-authorization-server")
                .then()
                .statusCode(200)
                .extract();
        assertThat(server.<String>path("registration_endpoint")).isEqualTo(SITE + METHOD + "register_client");
    }

    @Test
    void aPublicProgramGetsItsUsersToken() throws Exception {
        var made = registerAt(BACK);
        assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
        assertThat(made.<String>path("client_secret")).isNull();
        assertThat(made.<List<String>>path("redirect_uris")).containsExactly(BACK);
        String client = made.path("client_id");

        String user = accounts.user("registering");
        Visitor browser = new Visitor(base);
        browser.login(user, Accounts.PASSWORD);
        Answer asked = browser.get(authorize(client) + challenge());
        assertThat(asked.body()).contains("A program").contains("nobody here vouches");
        Answer granted = browser.post(
                METHOD + "approve",
                "client_id",
                client,
                "redirect_uri",
                BACK,
                "response_type",
                "code",
                "scope",
                "all openid",
                "code_challenge",
                Pkce.encoded(Digests.of(VERIFIER)),
                "code_challenge_method",
                "S256",
                ConsentTicket.FIELD,
                found("name=\"" + ConsentTicket.FIELD + "\" value=\"([^\"]+)", asked.body()));
        String token = new Visitor(base)
                .post(
                        METHOD + "get_token",
                        "grant_type",
                        "authorization_code",
                        "code",
                        found("[?&]code=([^&]+)", granted.header("Location")),
                        "redirect_uri",
                        BACK,
                        "client_id",
                        client,
                        "code_verifier",
                        VERIFIER)
                .text("access_token");
        assertThat(new Visitor(base).bearer(token).whoAmI().text("message")).isEqualTo(user);
    }

    @Test
    void aProgramThatCanKeepASecretGetsOne() {
        var made = register(Map.of("client_name", "A server", "redirect_uris", List.of("https://app.example/back")));
        assertThat(made.<String>path("client_secret")).isNotBlank();
        assertThat(made.<Integer>path("client_secret_expires_at")).isZero();
        assertThat(made.<String>path("token_endpoint_auth_method")).isEqualTo("client_secret_basic");
    }

    @Test
    void aSelfMadeClientHasToProveThatItAsked() throws Exception {
        String client = registerAt(BACK).path("client_id");
        Visitor browser = new Visitor(base);
        browser.login(accounts.user("unproven"), Accounts.PASSWORD);
        assertThat(browser.get(authorize(client)).text("error")).isEqualTo("invalid_request");
        assertThat(browser.get(authorize(client) + "&code_challenge=" + VERIFIER)
                        .text("error"))
                .isEqualTo("invalid_request");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://app.example/back",
                "https://app.example/back#part",
                "https://user@app.example/back",
                "https:back",
                "/back",
                "javascript:alert(1)",
                "data:text/html,x",
                "http://127.0.0.1.app.example/",
                "https://app.example/a b"
            })
    void refusesAddressesThatAreNotSafe(String redirect) {
        var refused = registerAt(redirect);
        assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(400);
        assertThat(refused.<String>path("error")).isEqualTo("invalid_redirect_uri");
    }

    @Test
    void refusesWhatNoClientCanBeMadeOf() {
        List<String> back = List.of(BACK);
        for (Map<String, ?> values : List.<Map<String, ?>>of(
                Map.of("redirect_uris", back),
                Map.of("client_name", "x".repeat(141), "redirect_uris", back),
                Map.of("client_name", "x", "redirect_uris", back, "scope", "all more"),
                Map.of("client_name", "x", "redirect_uris", back, "grant_types", List.of("implicit")),
                Map.of("client_name", "x", "redirect_uris", back, "grant_types", "authorization_code"),
                Map.of("client_name", "x", "redirect_uris", back, "response_types", List.of("token")),
                Map.of("client_name", "x", "redirect_uris", back, "token_endpoint_auth_method", "private_key_jwt"))) {
            var refused = register(values);
            assertThat(refused.statusCode()).as("%s", values).isEqualTo(400);
            assertThat(refused.<String>path("error")).as("%s", values).isEqualTo("invalid_client_metadata");
        }
        assertThat(register(Map.of("client_name", "x")).<String>path("error")).isEqualTo("invalid_redirect_uri");
    }
}
