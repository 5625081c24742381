package org.affogato.api.file;

import static org.affogato.api.file.FileCalls.GUEST;
import static org.affogato.api.file.FileCalls.bytes;
import static org.affogato.api.file.FileCalls.content;
import static org.affogato.api.file.FileCalls.unique;
import static org.affogato.api.file.FileCalls.url;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.affogato.api.method.desk.DeskUser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class UploadTest {
    private FileSite site;

    @BeforeEach
    void findSite() {
        site = FileSite.site();
    }

    @Test
    void answersTheFileOfAFormAndServesItsContent() {
        byte[] content = content();
        String name = unique(".txt");
        Map<String, Object> file = site.administrator.uploaded(name, content);
        assertThat(file)
                .containsEntry("doctype", "File")
                .containsEntry("file_name", name)
                .containsEntry("file_url", "/files/" + name)
                .containsEntry("file_size", content.length)
                .containsEntry("file_type", "TXT")
                .containsEntry("is_private", 0)
                .containsEntry("folder", "Home")
                .doesNotContainKey("content");
        assertThat(GUEST.get("/files/" + name).asByteArray()).isEqualTo(content);
    }

    @Test
    void takesWhereAndHowAFileIsKept() {
        String document = site.document();
        Map<String, Object> file = site.writer.uploaded(
                unique(".txt"),
                content(),
                "is_private",
                "1",
                "doctype",
                site.doctype,
                "docname",
                document,
                "fieldname",
                "paper",
                "folder",
                "Home/Attachments");
        assertThat(file)
                .containsEntry("is_private", 1)
                .containsEntry("attached_to_doctype", site.doctype)
                .containsEntry("attached_to_name", document)
                .containsEntry("attached_to_field", "paper")
                .containsEntry("folder", "Home/Attachments");
        assertThat(url(file)).startsWith("/private/files/");
    }

    @Test
    void takesBase64FromTheResource() {
        byte[] content = content();
        Map<String, Object> values = Map.of(
                "file_name", unique(".bin"), "content", Base64.getEncoder().encodeToString(content), "decode", 1);
        String url = site.administrator
                .insert(values)
                .then()
                .statusCode(200)
                .body("data.file_size", equalTo(content.length))
                .body("data.content", nullValue())
                .extract()
                .path("data.file_url");
        assertThat(site.administrator.get(url).asByteArray()).isEqualTo(content);
    }

    @Test
    void takesADataUrlAndPlainText() {
        String text = "plain " + unique("");
        String dataUrl = "data:text/plain;base64," + Base64.getEncoder().encodeToString(bytes(text + "!"));
        assertThat(stored(Map.of("file_name", unique(".txt"), "content", text))).isEqualTo(text);
        assertThat(stored(Map.of("file_name", unique(".txt"), "content", dataUrl, "decode", true)))
                .isEqualTo(text + "!");
    }

    private String stored(Map<String, ?> values) {
        String url = site.administrator
                .insert(values)
                .then()
                .statusCode(200)
                .extract()
                .path("data.file_url");
        return site.administrator.get(url).asString();
    }

    @Test
    void refusesWhatIsNoBase64AndWhatIsEmpty() {
        site.administrator
                .insert(Map.of("file_name", unique(".bin"), "content", "*", "decode", 1))
                .then()
                .statusCode(417);
        site.administrator.upload(unique(".txt"), new byte[0]).then().statusCode(417);
    }

    @Test
    void refusesAnUploadOfNothing() {
        site.administrator.uploadNothing().then().statusCode(417).body("exc_type", equalTo("MandatoryError"));
    }

    @Test
    void putsPiecesTogether() {
        byte[] content = content();
        String name = unique(".txt");
        Pieces pieces = new Pieces(site.administrator, name, content, 3);
        pieces.send(0).then().statusCode(200).body("message", nullValue());
        pieces.send(1).then().statusCode(200).body("message", nullValue());
        String url = pieces.send(2).then().statusCode(200).extract().path("message.file_url");
        assertThat(url).isEqualTo("/files/" + name);
        assertThat(GUEST.get(url).asByteArray()).isEqualTo(content);
    }

    @Test
    void aPieceThatIsSentAgainReplacesItself() {
        byte[] content = content();
        Pieces pieces = new Pieces(site.administrator, unique(".txt"), content, 3);
        pieces.send(0);
        pieces.send(1).then().statusCode(200);
        pieces.send(1).then().statusCode(200);
        String url = pieces.send(2).path("message.file_url");
        assertThat(GUEST.get(url).asByteArray()).isEqualTo(content);
    }

    @Test
    void refusesAPieceThatLeavesAGap() {
        byte[] content = content();
        Pieces pieces = new Pieces(site.administrator, unique(".txt"), content, 3);
        pieces.send(0);
        pieces.send(2).then().statusCode(417).body("exc_type", equalTo("ValidationError"));
        pieces.send(1).then().statusCode(200);
        String url = pieces.send(2).then().statusCode(200).extract().path("message.file_url");
        assertThat(GUEST.get(url).asByteArray()).isEqualTo(content);
    }

    @Test
    void piecesOfSeveralUsersDoNotMix() {
        byte[] content = content();
        String name = unique(".txt");
        Pieces mine = new Pieces(site.administrator, name, content, 2);
        Pieces theirs = new Pieces(site.writer, name, content(), 2);
        mine.send(0);
        theirs.send(0);
        String url = mine.send(1).path("message.file_url");
        assertThat(GUEST.get(url).asByteArray()).isEqualTo(content);
    }

    @ParameterizedTest
    @ValueSource(strings = {"total_chunk_count", "chunk_index", "chunk_byte_offset"})
    void refusesPiecesWithoutWholeNumbers(String field) {
        Map<String, String> form =
                new LinkedHashMap<>(Map.of("total_chunk_count", "2", "chunk_index", "0", "chunk_byte_offset", "0"));
        form.put(field, "-1");
        String[] fields = form.entrySet().stream()
                .flatMap(entry -> Stream.of(entry.getKey(), entry.getValue()))
                .toArray(String[]::new);
        site.administrator.upload(unique(".txt"), content(), fields).then().statusCode(417);
    }

    @Test
    void guestsUploadOnlyWhereTheSiteLetsThem() {
        GUEST.upload(unique(".txt"), content()).then().statusCode(403).body("exc_type", equalTo("PermissionError"));
        try {
            site.set("allow_guests_to_upload_files", 1);
            GUEST.upload(unique(".txt"), content()).then().statusCode(200);
            GUEST.upload(unique(".html"), content()).then().statusCode(417);
        } finally {
            site.set("allow_guests_to_upload_files", 0);
        }
    }

    @Test
    void usersWithoutTheDeskBringHarmlessTypesOnly() {
        FileCalls visitor = FileCalls.of(DeskUser.with());
        visitor.upload(unique(".html"), content()).then().statusCode(417).body("exc_type", equalTo("ValidationError"));
        visitor.upload(unique(".pdf"), content()).then().statusCode(200);
    }

    @Test
    void attachingNeedsTheRightToChangeTheDocument() {
        String[] there = {"doctype", site.doctype, "docname", site.document()};
        site.reader.upload(unique(".txt"), content(), there).then().statusCode(403);
        site.other.upload(unique(".txt"), content(), there).then().statusCode(403);
        site.writer.upload(unique(".txt"), content(), there).then().statusCode(200);
        String[] unsaved = {"doctype", site.doctype, "docname", "new-paper-1"};
        site.reader.upload(unique(".txt"), content(), unsaved).then().statusCode(403);
        site.writer.upload(unique(".txt"), content(), unsaved).then().statusCode(200);
    }

    @Test
    void namesTheSameFileTwiceWithAnotherContentApart() {
        String name = unique(".txt");
        byte[] second = content();
        site.administrator.uploaded(name, content());
        String url = url(site.administrator.uploaded(name, second));
        assertThat(url).isNotEqualTo("/files/" + name).matches("/files/f\\w+\\.txt");
        assertThat(GUEST.get(url).asByteArray()).isEqualTo(second);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../%s.txt",
                "/etc/%s.txt",
                "..\\..\\%s.txt",
                "a/../../%s.txt",
                "%%2e%%2e%%2f%s.txt",
                "%s\u0000.txt"
            })
    void aNameNeverLeadsElsewhere(String pattern) {
        String given = pattern.formatted(unique(""));
        Map<String, Object> values = Map.of("file_name", given, "content", "text " + given);
        Response answer = site.administrator.insert(values);
        answer.then().statusCode(200);
        String url = answer.path("data.file_url");
        assertThat(url).matches("/files/[^/\\\\]+");
        assertThat(site.administrator.get(url.replace("%", "%25")).asString()).isEqualTo("text " + given);
    }

    @ParameterizedTest
    @ValueSource(strings = {".", "..", "/", "  "})
    void refusesANameThatIsNone(String name) {
        site.administrator
                .insert(Map.of("file_name", name, "content", "x"))
                .then()
                .statusCode(417);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/files/../../../site_config.json",
                "/private/files/../../x",
                "/files/%2e%2e/%2e%2e/x",
                "/etc/passwd",
                "file:///etc/passwd",
                "/files/",
                "javascript:alert(1)"
            })
    void aUrlNeverLeadsElsewhere(String url) {
        site.administrator
                .insert(Map.of("file_url", url, "file_name", "x"))
                .then()
                .statusCode(417)
                .body("exc_type", equalTo("ValidationError"));
    }

    @Test
    void refusesToNameAFileThatIsNotThere() {
        site.administrator
                .insert(Map.of("file_url", "/files/" + unique(".txt")))
                .then()
                .statusCode(417);
    }

    @Test
    void keepsAnAddressOnTheWebAsALink() {
        site.administrator
                .uploadNothing("file_url", "https://example.com/a%20b.png")
                .then()
                .statusCode(200)
                .body("message.file_url", equalTo("https://example.com/a b.png"))
                .body("message.file_name", equalTo("a b.png"));
    }

    @Test
    void fetchesNothingFromTheWebUnlessTheSettingsSaySo() {
        site.administrator
                .uploadNothing("file_url", "https://example.com/a.png", "fetch", "1")
                .then()
                .statusCode(403)
                .body("exc_type", equalTo("PermissionError"));
    }

    @Test
    void takesAFileOfTheLibrary() {
        Map<String, Object> known = site.administrator.uploaded(unique(".txt"), content());
        site.writer
                .uploadNothing("library_file_name", FileCalls.name(known))
                .then()
                .statusCode(200)
                .body("message.file_url", equalTo(url(known)))
                .body("message.content_hash", equalTo(known.get("content_hash")));
        Map<String, Object> closed = site.administrator.uploaded(unique(".txt"), content(), "is_private", "1");
        site.writer
                .uploadNothing("library_file_name", FileCalls.name(closed))
                .then()
                .statusCode(403);
    }

    /** An upload in several requests. */
    private record Pieces(FileCalls caller, String name, byte[] content, int count) {
        Response send(int index) {
            int size = (content.length + count - 1) / count;
            int offset = index * size;
            return caller.upload(
                    name,
                    Arrays.copyOfRange(content, offset, Math.min(content.length, offset + size)),
                    "total_chunk_count",
                    String.valueOf(count),
                    "chunk_index",
                    String.valueOf(index),
                    "chunk_byte_offset",
                    String.valueOf(offset));
        }
    }
}
