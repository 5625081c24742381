package org.affogato.api.file;

import static org.affogato.api.file.FileCalls.GUEST;
import static org.affogato.api.file.FileCalls.content;
import static org.affogato.api.file.FileCalls.name;
import static org.affogato.api.file.FileCalls.unique;
import static org.affogato.api.file.FileCalls.url;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who reads and changes which File, and its content. */
@QuarkusTest
class FileRightsTest {
    private FileSite site;
    private String document;

    @BeforeEach
    void makeDocument() {
        site = FileSite.site();
        document = site.document();
    }

    private Map<String, Object> attached(String isPrivate) {
        return site.administrator.uploaded(
                unique(".txt"), content(), "is_private", isPrivate, "doctype", site.doctype, "docname", document);
    }

    @Test
    void aPrivateContentIsForThoseWhoMayReadTheDocument() {
        String url = url(attached("1"));
        assertThat(site.reader.get(url).statusCode()).isEqualTo(200);
        assertThat(site.writer.get(url).statusCode()).isEqualTo(200);
        assertThat(site.other.get(url).statusCode()).isEqualTo(403);
        assertThat(GUEST.get(url).statusCode()).isEqualTo(403);
    }

    @Test
    void aPublicContentIsForAll() {
        String url = url(attached("0"));
        assertThat(site.other.get(url).statusCode()).isEqualTo(200);
        assertThat(GUEST.get(url).statusCode()).isEqualTo(200);
    }

    @Test
    void whoMayNotReadCannotTellWhetherThereIsAContent() {
        String url = url(attached("1"));
        assertThat(site.other.get(url).asString())
                .isEqualTo(site.other.get("/private/files/" + unique(".txt")).asString());
    }

    @Test
    void aPrivateFileThatIsAttachedToNothingIsItsOwners() {
        Map<String, Object> file = site.writer.uploaded(unique(".txt"), content(), "is_private", "1");
        assertThat(site.writer.get(url(file)).statusCode()).isEqualTo(200);
        assertThat(site.administrator.get(url(file)).statusCode()).isEqualTo(200);
        assertThat(site.reader.get(url(file)).statusCode()).isEqualTo(403);
        site.reader.read(name(file)).then().statusCode(403).body("exc_type", equalTo("PermissionError"));
        site.reader.delete(name(file)).then().statusCode(403);
        site.writer.delete(name(file)).then().statusCode(202);
    }

    @Test
    void listsShowTheFilesThatOpenToTheCaller() {
        String name = name(attached("1"));
        assertThat(seen(site.reader, name)).isOne();
        assertThat(seen(site.other, name)).isZero();
        String free = name(site.writer.uploaded(unique(".txt"), content(), "is_private", "1"));
        assertThat(seen(site.writer, free)).isOne();
        assertThat(seen(site.reader, free)).isZero();
        assertThat(seen(site.other, name(attached("0")))).isOne();
    }

    private static int seen(FileCalls caller, String name) {
        return caller.post("frappe.client.get_list", Map.of("doctype", "File", "filters", Map.of("name", name)))
                .then()
                .statusCode(200)
                .extract()
                .<List<?>>path("message")
                .size();
    }

    @Test
    void aFileIsChangedByThoseWhoMayChangeTheDocument() {
        String name = name(attached("1"));
        site.reader.read(name).then().statusCode(200);
        site.reader.change(name, Map.of("file_name", "x.txt")).then().statusCode(403);
        site.reader.delete(name).then().statusCode(403);
        site.writer.change(name, Map.of("file_name", "x.txt")).then().statusCode(200);
        site.writer.delete(name).then().statusCode(202);
    }

    /** The URL alone is no right: neither in a new File, nor in one that is there, nor in a field. */
    @Test
    void theUrlOfAPrivateFileOpensNothing() {
        String closed = url(attached("1"));
        site.other
                .insert(Map.of("file_url", closed, "is_private", 1))
                .then()
                .statusCode(403)
                .body("exc_type", equalTo("PermissionError"));
        site.other.uploadNothing("file_url", closed).then().statusCode(403);
        String own = name(site.other.uploaded(unique(".txt"), content(), "is_private", "1"));
        site.other.change(own, Map.of("file_url", closed)).then().statusCode(403);
        String mine = site.document();
        String secret = url(site.administrator.uploaded(unique(".txt"), content(), "is_private", "1"));
        site.writer
                .request()
                .contentType("application/json")
                .body(Map.of("paper", secret))
                .put("/api/resource/{doctype}/{name}", site.doctype, mine)
                .then()
                .statusCode(200);
        assertThat(site.writer.get(secret).statusCode()).isEqualTo(403);
    }

    @Test
    void whoMayReadAPrivateContentMayAttachItElsewhere() {
        String closed = url(attached("1"));
        String copy = site.reader
                .insert(Map.of("file_url", closed, "is_private", 1))
                .then()
                .statusCode(200)
                .body("data.file_url", equalTo(closed))
                .extract()
                .path("data.name");
        assertThat(copy).isNotEmpty();
        assertThat(site.other.get(closed).statusCode()).isEqualTo(403);
    }

    @Test
    void aFileIsNotMovedToADocumentThatTheCallerMayNotChange() {
        String own = name(site.reader.uploaded(unique(".txt"), content(), "is_private", "1"));
        site.reader
                .change(own, Map.of("attached_to_doctype", site.doctype, "attached_to_name", document))
                .then()
                .statusCode(403);
        site.reader
                .insert(Map.of(
                        "file_name",
                        unique(".txt"),
                        "content",
                        "x",
                        "attached_to_doctype",
                        site.doctype,
                        "attached_to_name",
                        document))
                .then()
                .statusCode(403);
    }

    @Test
    void everyPrivateDownloadStandsInTheAccessLog() {
        Map<String, Object> file = attached("1");
        site.reader.get(url(file));
        site.reader.get(url(file), "Range", "bytes=0-3");
        site.reader.get(url(file), "Range", "bytes=4-5");
        site.other.get(url(file));
        List<?> entries = site.administrator
                .post(
                        "frappe.client.get_list",
                        Map.of("doctype", "Access Log", "filters", Map.of("reference_document", name(file))))
                .path("message");
        assertThat(entries).hasSize(2);
    }
}
