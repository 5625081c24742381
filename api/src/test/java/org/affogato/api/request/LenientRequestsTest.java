package org.affogato.api.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.affogato.api.json.Json;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests as curl -g, flows and scripts write them: with letters that a browser would have encoded, for instance. */
@QuarkusTest
class LenientRequestsTest {
    private static String sid = "";

    @BeforeEach
    void signIn() {
        sid = sid.isEmpty() ? RawCall.session() : sid;
    }

    /** A letter of the address is a byte of the wire. */
    private static String bytes(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private static String make(String description) {
        byte[] body = "{\"description\":\"%s\"}".formatted(description).getBytes(StandardCharsets.UTF_8);
        RawCall.Answer made = RawCall.post(sid, "/api/resource/ToDo", "application/json", body);
        return Json.object(Json.object(made.body()).get("data")).get("name").toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/resource/ToDo?filters=[[\"description\",\"=\",\"Grüße|^`\"]]",
                "/api/resource/ToDo?filters={\"description\":\"Grüße|^`\"}",
                "//api/resource/ToDo?filters={\"description\":\"Grüße|^`\"}",
                "/api/resource/ToDo?filters={\"description\":\"Gr%C3%BC%c3%9fe|^`\"}#top",
                "/api/method/frappe.client.get_list?doctype=ToDo&filters={\"description\":\"Grüße|^`\"}"
            })
    void findsWhatUnencodedFiltersSay(String address) {
        String name = make("Grüße|^`");
        RawCall.Answer answer = RawCall.get(sid, bytes(address));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).contains("{\"name\":\"" + name + "\"}");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\0',
            value = {
                "a|b,a|b",
                "a[1]{2},a[1]{2}",
                "a\"b,a\"b",
                "Ünü,Ünü",
                "a%zz,a%zz",
                "a%,a%",
                "a%7Cb|%,a|b|%",
                "a\\b,a\\b"
            })
    void readsNamesInPaths(String sent, String meant) {
        RawCall.Answer answer = RawCall.get(sid, bytes("/api/resource/User/" + sent));
        assertThat(answer.status()).isEqualTo(404);
        Map<String, ?> error = Json.object(answer.body());
        assertThat(error.get("exc_type")).isEqualTo("DoesNotExistError");
        assertThat(Json.object(Json.list(error.get("_server_messages")).getFirst())
                        .get("message"))
                .asString()
                .contains(meant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/[", "/x\"y", "/api/method/frappe.ping/[x]", "/?a=\"", "/\u0001", "/%00", "/%", "/a\u007f"})
    void leadsOtherAddressesToWhereTheyGoWhenEncoded(String address) {
        assertThat(RawCall.get(sid, address).status()).isIn(200, 404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/api/resource/ToDo/%0d%0aX-Added:%201", "/api/method/%0d%0aX-Added:%201", "/%0d%0aX-Added:%201"
            })
    void lineBreaksInAddressesMakeNoHeaders(String address) {
        RawCall.Answer answer = RawCall.get(sid, address);
        assertThat(answer.status()).isBetween(200, 499);
        assertThat(answer.head().lines()).noneMatch(line -> line.startsWith("X-Added"));
    }

    @Test
    void longAddressesAreReadAndEndlessOnesRefused() {
        String address = "/api/resource/ToDo?fields=[\"name\"]&unused=";
        assertThat(RawCall.get(sid, address + "x".repeat(10_000)).status()).isEqualTo(200);
        assertThat(RawCall.get(sid, address + "x".repeat(100_000)).status()).isEqualTo(414);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "json",
                "utf-8",
                "application/json, application/json",
                "/",
                "application/",
                ";;;",
                "a/b/c",
                "\"\""
            })
    void readsABodyWhateverItsTypeIsCalled(String type) {
        RawCall.Answer answer = RawCall.post(
                sid, "/api/resource/ToDo", type, "{\"description\":\"x\"}".getBytes(StandardCharsets.UTF_8));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).contains("\"description\":\"x\"");
    }

    @Test
    void properAddressesStayAsTheyAre() {
        assertThat(LenientAddress.isProper("/api/resource/Sales%20Order/SO%2F1?fields=[%22name%22]&a=b+c?"))
                .isTrue();
        assertThat(LenientAddress.isProper("/a[1]")).isFalse();
        assertThat(LenientAddress.proper("/a[1]%2?[x]\u00fc|#y")).isEqualTo("/a%5B1%5D%252?[x]%FC%7C");
    }
}
