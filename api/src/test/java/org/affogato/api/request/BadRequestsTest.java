package org.affogato.api.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.affogato.api.json.Json;
import org.affogato.engine.Engine;
import org.affogato.engine.spi.Context;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Tables of requests and of values that are wrong: each is refused with the class that a Frappe site was seen to answer,
 * or with one of ours where that site crashed, and stores nothing.
 */
@QuarkusTest
class BadRequestsTest {
    private static final Path TABLES = Path.of("src/test/resources/bad-input");
    private static final String JSON = "application/json";

    @Inject
    Engine engine;

    private static Stream<String[]> rows(String table) throws IOException {
        return Files.readAllLines(TABLES.resolve(table)).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\t", -1));
    }

    private long count(String table) {
        return engine.runAndRollBack(
                Context.ADMINISTRATOR,
                context -> context.database()
                        .query("SELECT COUNT(*) FROM `" + table + "`", List.of(), row -> row.getLong(1))
                        .getFirst());
    }

    @TestFactory
    Stream<DynamicTest> refusesWrongRequests() throws IOException {
        String sid = RawCall.session();
        return rows("requests.tsv")
                .map(row -> DynamicTest.dynamicTest(
                        String.join(" ", row), () -> refuses(sid, row, Integer.parseInt(row[4]), row[5])));
    }

    private void refuses(String sid, String[] row, int status, String type) {
        long before = count("tabToDo");
        byte[] body = row[3].getBytes(StandardCharsets.UTF_8);
        RawCall.Answer answer = RawCall.call(row[0], sid, bytes(row[1]), row[2].isEmpty() ? JSON : row[2], body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(Json.object(answer.body()).get("exc_type")).isEqualTo(type);
        assertThat(count("tabToDo")).isEqualTo(before);
    }

    /** A letter of the address is a byte of the wire. */
    private static String bytes(String address) {
        return new String(address.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    @TestFactory
    Stream<DynamicTest> refusesWrongValues() throws IOException {
        String sid = RawCall.session();
        List<String[]> rows = rows("values.tsv").toList();
        makeDoctype(sid, rows.stream().map(row -> row[0]).distinct().toList());
        return rows.stream()
                .map(row -> DynamicTest.dynamicTest(String.join(" ", row), () -> refuses(sid, row[0], row[1], row[2])));
    }

    private void refuses(String sid, String fieldtype, String value, String type) {
        String kind = fieldtype.equals("Dynamic Link") ? ",\"kind\":\"User\"" : "";
        byte[] body = "{\"%s\":%s%s}".formatted(name(fieldtype), value, kind).getBytes(StandardCharsets.UTF_8);
        RawCall.Answer answer = RawCall.post(sid, "/api/resource/Wrong%20Values", JSON, body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(417);
        assertThat(Json.object(answer.body()).get("exc_type")).isEqualTo(type);
        assertThat(count("tabWrong Values")).isZero();
    }

    private static void makeDoctype(String sid, List<String> fieldtypes) {
        StringBuilder fields =
                new StringBuilder("{\"fieldname\":\"kind\",\"fieldtype\":\"Link\",\"options\":\"DocType\"}");
        Map<String, String> options = Map.of("Link", "User", "Dynamic Link", "kind", "Select", "\\nabc\\nx");
        for (String type : fieldtypes) {
            fields.append(",{\"fieldname\":\"%s\",\"label\":\"%s\",\"fieldtype\":\"%s\",\"options\":\"%s\"}"
                    .formatted(name(type), type, type, options.getOrDefault(type, "")));
        }
        String definition =
                "{\"name\":\"Wrong Values\",\"module\":\"Custom\",\"custom\":1,\"fields\":[%s]}".formatted(fields);
        RawCall.Answer made =
                RawCall.post(sid, "/api/resource/DocType", JSON, definition.getBytes(StandardCharsets.UTF_8));
        assertThat(made.status()).as(made.body()).isEqualTo(200);
    }

    private static String name(String fieldtype) {
        return fieldtype.toLowerCase(java.util.Locale.ROOT).replace(' ', '_');
    }
}
