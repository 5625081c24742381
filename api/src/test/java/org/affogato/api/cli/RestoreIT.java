package org.affogato.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.affogato.api.cli.Terminal.Ended;
import org.affogato.api.json.Json;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup gives back everything, and a restore that fails takes nothing. */
class RestoreIT {
    private static final String COUNT = "{\"doctype\": \"ToDo\", \"filters\": {\"description\": \"kept\"}}";
    private static final String CONTENT = "for few eyes";

    @TempDir
    static Path folder;

    private static Terminal terminal;
    private static Path dump;
    private static String token = "";
    private static String url = "";

    @BeforeAll
    static void backUp() throws Exception {
        terminal = terminal("first");
        try (Server server = Server.of(terminal)) {
            String sid = server.login("admin").headers().allValues("Set-Cookie").stream()
                    .filter(cookie -> cookie.startsWith("sid="))
                    .findFirst()
                    .orElseThrow();
            post(server, sid, "/api/resource/ToDo", "{\"description\": \"kept\"}");
            url = String.valueOf(Json.object(Json.object(post(
                                    server,
                                    sid,
                                    "/api/resource/File",
                                    "{\"file_name\": \"few.txt\", \"is_private\": 1, \"content\": \"" + CONTENT
                                            + "\"}"))
                            .get("data"))
                    .get("file_url"));
            String keys = post(
                    server,
                    sid,
                    "/api/method/frappe.core.doctype.user.user.generate_keys",
                    "{\"user\": \"Administrator\"}");
            token = "token " + apiKey(server, sid) + ":"
                    + Json.object(Json.object(keys).get("message")).get("api_secret");
            Ended backup = terminal.run("backup");
            assertThat(backup.code()).isZero();
            assertThat(backup.out().lines()).hasSize(3);
            dump = Path.of(backup.out().lines().findFirst().orElseThrow());
        }
        for (Path file : backup()) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
    }

    private static Terminal terminal(String name) throws IOException {
        return new Terminal(Files.createDirectories(folder.resolve(name)));
    }

    private static List<Path> backup() throws IOException {
        try (Stream<Path> files = Files.list(dump.getParent())) {
            return files.toList();
        }
    }

    private static String post(Server server, String sid, String path, String body) throws Exception {
        var answer = server.send(
                server.request(path).header("Cookie", sid.split(";", 2)[0]).POST(BodyPublishers.ofString(body)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private static Object apiKey(Server server, String sid) throws Exception {
        String user = server.send(
                        server.request("/api/resource/User/Administrator").header("Cookie", sid.split(";", 2)[0]))
                .body();
        return Objects.requireNonNull(Json.object(Json.object(user).get("data")).get("api_key"));
    }

    private static String counted(Terminal where) throws Exception {
        return where.run("execute", "frappe.client.get_count", "--kwargs", COUNT)
                .out()
                .strip();
    }

    @Test
    void givesBackDatabaseFilesAndKey() throws Exception {
        Terminal other = terminal("other");
        Ended restored = other.run("restore", dump.toString());
        assertThat(restored.err()).isEmpty();
        assertThat(restored.out()).contains("1 files in", "Restored.");
        assertThat(restored.code()).isZero();
        assertThat(other.file("data/encryption.key")).hasSameTextualContentAs(terminal.file("data/encryption.key"));
        try (Server server = Server.of(other)) {
            HttpRequest.Builder file = server.request(url).header("Authorization", token);
            assertThat(server.send(file).body()).isEqualTo(CONTENT);
        }
        assertThat(counted(other)).isEqualTo("1");
        Ended refused = other.run("restore", dump.toString());
        assertThat(refused).matches(Ended::failedPlainly);
        assertThat(refused.err()).contains("--force");
        assertThat(other.run("restore", dump.toString(), "--force").code()).isZero();
    }

    @Test
    void leavesTheDatabaseWhereTheDumpIsBad() throws Exception {
        byte[] whole = Files.readAllBytes(dump);
        Path cut = folder.resolve("cut-database.sql.gz");
        Files.write(cut, Arrays.copyOf(whole, whole.length / 2));
        refused(cut, "as it was before");
        Path noSite = folder.resolve("empty.sql");
        Files.writeString(noSite, "CREATE TABLE `other` (a int);\n");
        refused(noSite, "no site");
        refused(folder.resolve("nowhere.sql"), "nowhere.sql");
        assertThat(counted(terminal)).isEqualTo("1");
        assertThat(counted(terminal)).isEqualTo("1");
    }

    private static void refused(Path file, String told) throws Exception {
        Ended ended = terminal.run("restore", file.toString(), "--force");
        assertThat(ended).matches(Ended::failedPlainly);
        assertThat(ended.err()).contains(told);
    }

    @Test
    void wantsTheRightKey() throws Exception {
        Terminal other = terminal("keys");
        String foreign = "A".repeat(43) + "=";
        Ended ended = other.with("AFFOGATO_ENCRYPTION_KEY", foreign).run("restore", dump.toString());
        assertThat(ended).matches(Ended::failedPlainly);
        assertThat(ended.err()).contains("AFFOGATO_ENCRYPTION_KEY").doesNotContain(foreign);
        Path alone = Files.copy(
                dump, Files.createDirectories(folder.resolve("alone")).resolve("dump.sql.gz"));
        Ended none = other.run("restore", alone.toString(), "--encryption-key", "short");
        assertThat(none).matches(Ended::failedPlainly);
        assertThat(none.err()).doesNotContain("short");
        Ended given = other.run("restore", alone.toString(), "--encryption-key", foreign);
        assertThat(given.code()).isZero();
        assertThat(other.file("data/encryption.key")).hasContent(foreign);
    }

    @Test
    void commandsSayThatThereIsNoSite() throws Exception {
        Ended ended = terminal("fresh").run("add-user", "alice@example.com");
        assertThat(ended).matches(Ended::failedPlainly);
        assertThat(ended.err()).contains("affogato migrate");
    }
}
