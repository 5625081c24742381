package org.affogato.api.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import org.affogato.api.auth.Visitor.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls that another site makes a browser send: with its cookies, without the token. */
@QuarkusTest
class CrossSiteTest {
    private static final String RESOURCE = "/api/resource/ToDo";

    @TestHTTPResource("/")
    URI base;

    @Inject
    Accounts accounts;

    private String mark;

    /** A browser that has the desk open. */
    private Visitor browser() throws Exception {
        mark = "forged" + System.nanoTime();
        Visitor browser = new Visitor(base);
        browser.login(accounts.user("victim" + System.nanoTime(), "System Manager"), Accounts.PASSWORD);
        assertThat(browser.get("/app").body()).contains("csrf_token");
        return browser.with("Origin", "https://evil.example").with("Referer", "https://evil.example/");
    }

    private long made() {
        return Long.parseLong(
                accounts.value("SELECT COUNT(*) FROM `tabToDo` WHERE `description` LIKE ?", "%" + mark + "%"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/x-www-form-urlencoded",
                "text/plain",
                "text/plain; charset=application/json",
                "application/json",
                "application/csp-report",
                "application/x-amf",
                "multipart/form-data; boundary=b",
                "text/json",
                "*/*",
                ""
            })
    void refusesFormsOfOtherSitesWhateverTheirType(String type) throws Exception {
        Visitor browser = browser();
        String form = "description=" + mark;
        String json = "{\"description\":\"" + mark + "\"}";
        String parts = "--b\r\nContent-Disposition: form-data; name=\"description\"\r\n\r\n" + mark + "\r\n--b--\r\n";
        for (String body : List.of(form, json, parts)) {
            assertThat(browser.call("POST", RESOURCE, type, body).status()).isIn(400, 417); // 417: no JSON
            assertThat(browser.call("POST", "/?cmd=frappe.client.insert", type, body)
                            .status())
                    .isNotEqualTo(200);
        }
        assertThat(made()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "X-HTTP-Method-Override,GET",
        "X-HTTP-Method,GET",
        "X-Method-Override,GET",
        "X-Requested-With,XMLHttpRequest",
        "X-Frappe-CSRF-Token,None",
        "X-Frappe-CSRF-Token,0",
        "X-Frappe-CSRF-Token,null",
        "Sec-Fetch-Site,same-origin",
        "Authorization,Bearer",
        "Authorization,None"
    })
    void isNotTalkedOutOfItByHeaders(String header, String value) throws Exception {
        Visitor browser = browser().with(header, value);
        Answer answer = browser.post(RESOURCE, "description", mark, "_method", "GET");
        assertThat(answer.status()).isIn(400, 401);
        assertThat(made()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "csrf_token=", "csrf_token=undefined", "csrf_token[]=x", "csrf_token=0", "CSRF_TOKEN=x"})
    void takesNoOtherToken(String argument) throws Exception {
        Visitor browser = browser();
        assertThat(browser.call(
                                "POST",
                                RESOURCE,
                                "application/x-www-form-urlencoded",
                                "description=" + mark + "&" + argument)
                        .status())
                .isEqualTo(400);
        Visitor other = browser();
        String token = new Visitor(base).get("/login").body().replaceAll("(?s).*nonce=\"([^\"]+)\".*", "$1");
        assertThat(other.post(RESOURCE, "description", mark, "csrf_token", token)
                        .status())
                .isEqualTo(400);
        assertThat(made()).isZero();
    }

    @Test
    void takesNoTokenOfAnotherSession() throws Exception {
        Visitor attacker = new Visitor(base);
        attacker.login(accounts.user("forger" + System.nanoTime(), "System Manager"), Accounts.PASSWORD);
        String token = attacker.get("/app").body().replaceAll("(?s).*csrf_token = \"([0-9a-f]+)\".*", "$1");
        assertThat(token).matches("[0-9a-f]{56}");
        assertThat(browser()
                        .post(RESOURCE, "description", mark, "csrf_token", token)
                        .status())
                .isEqualTo(400);
        assertThat(made()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/resource/ToDo?description=%s",
                "/api/resource/ToDo?_method=POST&description=%s",
                "/api/resource/ToDo?run_method=insert&description=%s",
                "/api/method/frappe.client.insert?doc={%%22doctype%%22:%%22ToDo%%22,%%22description%%22:%%22%s%%22}",
                "/api/method/frappe.client.save?doc={%%22doctype%%22:%%22ToDo%%22,%%22description%%22:%%22%s%%22}",
                "/api/method/frappe.desk.form.save.savedocs?action=Save&doc={%%22doctype%%22:%%22ToDo%%22,%%22description%%22:%%22%s%%22,%%22__islocal%%22:1}",
                "/?cmd=frappe.client.insert&doc={%%22doctype%%22:%%22ToDo%%22,%%22description%%22:%%22%s%%22}"
            })
    void changesNothingByAddressesAlone(String address) throws Exception {
        Visitor browser = browser();
        String path = address.formatted(mark).replace("{", "%7B").replace("}", "%7D");
        browser.get(path);
        browser.with("X-HTTP-Method-Override", "POST").get(path);
        assertThat(made()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH"})
    void refusesAllVerbsThatChange(String verb) throws Exception {
        Visitor browser = browser();
        Answer answer = browser.call(verb, RESOURCE + "/any", "application/json", "{}");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("exc_type")).isEqualTo("CSRFTokenError");
    }

    @Test
    void refusesABatchWithoutTheToken() throws Exception {
        Visitor browser = browser();
        String part = "{\"requests\":[{\"method\":\"POST\",\"path\":\"/api/resource/ToDo\",\"body\":{\"description\":\""
                + mark + "\"}}]}";
        assertThat(browser.call("POST", "/api/batch", "text/plain", part).status())
                .isEqualTo(400);
        assertThat(made()).isZero();
    }

    @Test
    void letsNoOtherSiteReadAnswers() throws Exception {
        Answer answer = browser().get("/api/method/frappe.auth.get_logged_user");
        assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
        assertThat(answer.header("Access-Control-Allow-Credentials")).isEmpty();
    }
}
