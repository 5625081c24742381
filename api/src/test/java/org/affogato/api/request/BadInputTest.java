package org.affogato.api.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.affogato.api.json.Json;
import org.affogato.engine.Engine;
import org.affogato.engine.spi.Context;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is no proper request is the caller's error, never the server's, and stores nothing. See BadRequestsTest too. */
@QuarkusTest
class BadInputTest {
    private static final String TODO = "/api/resource/ToDo";
    private static final String JSON = "application/json";
    private static final int LIMIT = 26 * 1024 * 1024;

    private static String sid = "";

    @Inject
    Engine engine;

    @BeforeEach
    void signIn() {
        sid = sid.isEmpty() ? RawCall.session() : sid;
    }

    private long count() {
        return engine.runAndRollBack(
                Context.ADMINISTRATOR,
                context -> context.database()
                        .query("SELECT COUNT(*) FROM `tabToDo`", List.of(), row -> row.getLong(1))
                        .getFirst());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private void refused(byte[] body) {
        long before = count();
        RawCall.Answer answer = RawCall.post(sid, TODO, JSON, body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(417);
        assertThat(Json.object(answer.body()).get("exc_type")).isEqualTo("ValidationError");
        assertThat(count()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"description\":\"\u00c3\u0028\"}",
                "{\"description\":\"\u00ed\u00a0\u0080\"}",
                "{\"description\":\"a\u0000b\"}",
                "{\"description\":\"a\nb\"}",
                "{\"description\":\"x\"/*c*/}",
                "\u00ff\u00fe\u0000"
            })
    void refusesBytesThatAreNoJson(String body) {
        refused(latin(body));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {"[,]", "[,\"\"", "{\"\"a\"\":,}", "{\"\"a\"\":,\"\""})
    void refusesNestingWithoutEnd(String open, String close) {
        refused(bytes("{\"description\":" + open.repeat(10_000) + "1" + close.repeat(10_000) + "}"));
        refused(bytes(open.repeat(100_000)));
    }

    @Test
    void refusesNumbersWithoutEnd() {
        refused(bytes("{\"description\":\"x\",\"idx\":" + "9".repeat(2_000) + "}"));
        refused(bytes("{\"description\":\"x\",\"idx\":1" + "0".repeat(1_000_000) + "}"));
    }

    @Test
    void theLastOfSeveralValuesOfAKeyCounts() {
        assertThat(stored("{\"description\":\"a\",\"description\":\"b\"}")).containsEntry("description", "b");
    }

    @Test
    void keepsLettersOfAnyPlane() {
        assertThat(stored("{\"description\":\"\ud83d\ude00 \u4e2d \\ud83d\\ude80\"}"))
                .containsEntry("description", "\ud83d\ude00 \u4e2d \ud83d\ude80");
        assertThat(stored("{\"description\":\"a\\u0000b\"}")).containsEntry("description", "a\0b");
    }

    @Test
    void halfALetterIsStoredAsAQuestionMark() {
        assertThat(stored("{\"description\":\"a\\ud800b\"}")).containsEntry("description", "a?b");
    }

    @Test
    void noDocstatusKeepsASingleFromBeingSanitised() {
        String single = "/api/resource/Google%20Settings/Google%20Settings";
        for (int docstatus : new int[] {215, -1, 2, 0}) {
            byte[] body =
                    bytes("{\"docstatus\":%d,\"client_id\":\"<script>x</script>%d\"}".formatted(docstatus, docstatus));
            RawCall.Answer saved = RawCall.call("PUT", sid, single, JSON, body);
            assertThat(saved.status()).as(saved.body()).isEqualTo(200);
            assertThat(RawCall.get(sid, single).body())
                    .contains("%d\"".formatted(docstatus))
                    .doesNotContain("<script");
        }
    }

    /** The document as a later call reads it. */
    private static Map<String, @Nullable Object> stored(String document) {
        RawCall.Answer made = RawCall.post(sid, TODO, JSON, bytes(document));
        assertThat(made.status()).as(made.body()).isEqualTo(200);
        Object name = Json.object(Json.object(made.body()).get("data")).get("name");
        return Json.object(
                Json.object(RawCall.get(sid, TODO + "/" + name).body()).get("data"));
    }

    @Test
    void theAddressSaysWhichDoctypeIsMeant() {
        for (String other : List.of("\"User\"", "\"Nope\"", "{}", "5", "null")) {
            assertThat(stored("{\"description\":\"x\",\"doctype\":%s}".formatted(other)))
                    .containsEntry("doctype", "ToDo");
        }
    }

    @Test
    void ignoresWhatNoFieldIsCalled() {
        assertThat(stored("{\"description\":\"x\",\"nope\":{\"a\":[1]},\"save\":1,\"flags\":{\"a\":1},\"\\u0000\":1}"))
                .doesNotContainKeys("nope", "save", "flags", "\0");
    }

    @Test
    void refusesBodiesBeyondTheLimit() {
        String head = "POST " + TODO + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: " + JSON + "\r\n";
        assertThat(RawCall.send(latin(head + "Content-Length: " + (LIMIT + 1) + "\r\n\r\n"))
                        .status())
                .isEqualTo(413);
        String chunk = "100000\r\n" + "x".repeat(0x100000) + "\r\n";
        assertThat(RawCall.send(latin(head + "Transfer-Encoding: chunked\r\n\r\n" + chunk.repeat(27)))
                        .status())
                .isEqualTo(413);
    }

    @Test
    void readsBodiesInChunksAndNoneWithoutALength() {
        String head = "POST " + TODO + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: " + JSON
                + "\r\nCookie: sid=" + sid + "\r\n";
        String chunks = "12\r\n{\"description\":\"x\"\r\n1\r\n}\r\n0\r\n\r\n";
        assertThat(RawCall.send(latin(head + "Transfer-Encoding: chunked\r\n\r\n" + chunks))
                        .status())
                .isEqualTo(200);
        assertThat(RawCall.send(latin(head + "\r\n")).status()).isEqualTo(417);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: -2",
                "Content-Length: abc",
                "Content-Length: 2\r\nContent-Length: 3",
                "Transfer-Encoding: chunked\r\nContent-Length: 4",
                "Transfer-Encoding: nonsense",
                "Content-Length: 99999999999999999999",
                "Content-Length : 2",
                "X\u0001: 2",
                "Expect: nonsense\r\nContent-Length: 2"
            })
    void refusesRequestsThatAreNoHttp(String header) {
        long before = count();
        String head = "POST " + TODO + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: " + JSON
                + "\r\nCookie: sid=" + sid + "\r\n";
        assertThat(RawCall.send(latin(head + header + "\r\n\r\n{}")).status()).isBetween(400, 499);
        assertThat(count()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({
        "PUT,/api/resource/ToDo,405",
        "DELETE,/api/resource/ToDo,405",
        "PATCH,/api/resource/ToDo/x,404",
        "PATCH,/api/method/frappe.ping,403",
        "HEAD,/api/resource/ToDo,200",
        "OPTIONS,/api/resource/ToDo,200",
        "TRACE,/api/resource/ToDo,405",
        "NONSENSE,/api/resource/ToDo,405",
        "GET,/api/method/frappe.client.insert,403",
        "GET,/api/nothing,404"
    })
    void answersVerbs(String verb, String address, int status) {
        assertThat(RawCall.call(verb, sid, address, "", new byte[0]).status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "PUT,/api/resource/ToDo,'GET, POST'",
        "POST,/api/v2/doctype/ToDo/count,GET",
        "GET,/api/batch,POST",
        "POST,/api/v2/document/ToDo/x/,'GET, PUT, PATCH, DELETE'"
    })
    void saysWhichVerbsAPathTakes(String verb, String address, String allowed) {
        RawCall.Answer answer = RawCall.call(verb, sid, address, "", new byte[0]);
        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.head().lines()).anyMatch(line -> line.equalsIgnoreCase("Allow: " + allowed));
    }

    @Test
    void namesMayHoldEncodedSlashesAndPercentSigns() {
        RawCall.Answer answer = RawCall.get(sid, "/api/resource/User/no%2Fbody%25");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(Json.object(answer.body()).get("exc_type")).isEqualTo("DoesNotExistError");
    }
}
