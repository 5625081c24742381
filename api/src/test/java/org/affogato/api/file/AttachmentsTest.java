package org.affogato.api.file;

import static org.affogato.api.file.FileCalls.bytes;
import static org.affogato.api.file.FileCalls.content;
import static org.affogato.api.file.FileCalls.name;
import static org.affogato.api.file.FileCalls.unique;
import static org.affogato.api.file.FileCalls.url;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.affogato.api.method.desk.DeskUser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files and the documents they are attached to. */
@QuarkusTest
class AttachmentsTest {
    private FileSite site;
    private String document;

    @BeforeEach
    void makeDocument() {
        site = FileSite.site();
        document = site.document();
    }

    private Map<String, Object> attached() {
        return site.writer.uploaded(
                unique(".txt"), content(), "is_private", "1", "doctype", site.doctype, "docname", document);
    }

    private Response attachFile(FileCalls caller, Map<String, ?> more) {
        Map<String, Object> arguments = new LinkedHashMap<>();
        arguments.put("doctype", site.doctype);
        arguments.put("docname", document);
        arguments.putAll(more);
        return caller.post("frappe.client.attach_file", arguments);
    }

    private Object field(String fieldname) {
        return DeskUser.stored(site.doctype, document, fieldname);
    }

    private Response save(FileCalls caller, Map<String, ?> values) {
        return caller.request()
                .contentType(ContentType.JSON)
                .body(values)
                .put("/api/resource/{doctype}/{name}", site.doctype, document);
    }

    private Response read(String what) {
        return site.administrator.request().get("/api/resource/{doctype}/{name}", site.doctype, what);
    }

    @Test
    void attachFileKeepsAContentAndNamesItInAField() {
        byte[] content = content();
        String url = attachFile(
                        site.writer,
                        Map.of(
                                "filename",
                                unique(".txt"),
                                "filedata",
                                Base64.getEncoder().encodeToString(content),
                                "decode_base64",
                                1,
                                "is_private",
                                1,
                                "docfield",
                                "paper"))
                .then()
                .statusCode(200)
                .body("message.attached_to_doctype", equalTo(site.doctype))
                .body("message.attached_to_name", equalTo(document))
                .body("message.attached_to_field", equalTo("paper"))
                .extract()
                .path("message.file_url");
        assertThat(field("paper")).isEqualTo(url);
        assertThat(site.reader.get(url).asByteArray()).isEqualTo(content);
    }

    @Test
    void attachFileNeedsTheRightToChangeTheDocument() {
        Map<String, ?> file = Map.of("filename", unique(".txt"), "filedata", "text");
        attachFile(site.reader, file).then().statusCode(403).body("exc_type", equalTo("PermissionError"));
        attachFile(FileCalls.GUEST, file).then().statusCode(403);
        attachFile(site.writer, file).then().statusCode(200);
    }

    @Test
    void theTimelineTellsOfAttachments() {
        Map<String, Object> file = attached();
        assertThat(comments("Attachment")).hasSize(1).first().asString().contains(url(file));
        site.writer.delete(name(file)).then().statusCode(202);
        assertThat(comments("Attachment Removed"))
                .hasSize(1)
                .first()
                .asString()
                .contains(String.valueOf(file.get("file_name")));
    }

    private List<String> comments(String type) {
        return site.administrator
                .post(
                        "frappe.client.get_list",
                        Map.of(
                                "doctype",
                                "Comment",
                                "fields",
                                List.of("content"),
                                "filters",
                                Map.of(
                                        "comment_type",
                                        type,
                                        "reference_doctype",
                                        site.doctype,
                                        "reference_name",
                                        document)))
                .path("message.content");
    }

    @Test
    void aFieldAttachesTheFileThatItNames() {
        Map<String, Object> free = site.writer.uploaded(unique(".txt"), content(), "is_private", "1");
        save(site.writer, Map.of("paper", url(free))).then().statusCode(200);
        site.administrator
                .read(name(free))
                .then()
                .body("data.attached_to_doctype", equalTo(site.doctype))
                .body("data.attached_to_name", equalTo(document))
                .body("data.attached_to_field", equalTo("paper"));
        assertThat(site.reader.get(url(free)).statusCode()).isEqualTo(200);
    }

    @Test
    void aFileThatIsAttachedElsewhereIsAttachedAsOneMore() {
        Map<String, Object> file = attached();
        document = site.document();
        save(site.writer, Map.of("picture", url(file))).then().statusCode(200);
        save(site.writer, Map.of("title", document)).then().statusCode(200);
        List<Map<String, Object>> files =
                site.files(Map.of("file_url", url(file)), "attached_to_name", "attached_to_field");
        assertThat(files).hasSize(2).contains(Map.of("attached_to_name", document, "attached_to_field", "picture"));
    }

    @Test
    void aFieldMayNameAFileThatIsGone() {
        String url = "/files/" + unique(".txt");
        save(site.writer, Map.of("paper", url)).then().statusCode(200);
        assertThat(field("paper")).isEqualTo(url);
        assertThat(site.files(Map.of("file_url", url), "name")).isEmpty();
    }

    @Test
    void filesOfAFormWithoutANameFollowTheDocument() {
        String temporary = "new-paper-" + unique("");
        Map<String, Object> file = site.writer.uploaded(
                unique(".txt"), content(), "doctype", site.doctype, "docname", temporary, "fieldname", "paper");
        String saved = site.writer
                .request()
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "title",
                        DeskUser.unique("Saved"),
                        "paper",
                        url(file),
                        "__temporary_name",
                        temporary,
                        "__islocal",
                        1))
                .post("/api/resource/{doctype}", site.doctype)
                .then()
                .statusCode(200)
                .extract()
                .path("data.name");
        site.administrator.read(name(file)).then().body("data.attached_to_name", equalTo(saved));
    }

    @Test
    void filesGoWithTheDocument() {
        Map<String, Object> file = attached();
        site.writer
                .request()
                .delete("/api/resource/{doctype}/{name}", site.doctype, document)
                .then()
                .statusCode(202);
        site.administrator.read(name(file)).then().statusCode(404);
        assertThat(site.administrator.get(url(file)).statusCode()).isEqualTo(403);
    }

    @Test
    void aContentStaysWhereAnotherDocumentsFileNamesIt() {
        byte[] content = content();
        String[] target = {"is_private", "1", "doctype", site.doctype, "docname", document};
        site.writer.uploaded(unique(".txt"), content, target);
        Map<String, Object> kept = site.writer.uploaded(unique(".txt"), content, "is_private", "1");
        site.writer.request().delete("/api/resource/{doctype}/{name}", site.doctype, document);
        assertThat(site.writer.get(url(kept)).asByteArray()).isEqualTo(content);
    }

    @Test
    void filesFollowARenamedDocument() {
        Map<String, Object> file = attached();
        String renamed = DeskUser.unique("Renamed");
        site.administrator
                .post(
                        "frappe.client.rename_doc",
                        Map.of("doctype", site.doctype, "old_name", document, "new_name", renamed))
                .then()
                .statusCode(200);
        site.administrator.read(name(file)).then().body("data.attached_to_name", equalTo(renamed));
        read(renamed).then().statusCode(200);
        assertThat(site.reader.get(url(file)).statusCode()).isEqualTo(200);
    }

    @Test
    void attachmentsOfOneDocumentAreAddedToAnother() {
        Map<String, Object> file = attached();
        document = site.document();
        Map<String, ?> call = Map.of("doctype", site.doctype, "name", document, "attachments", List.of(name(file)));
        String method = "frappe.utils.file_manager.add_attachments";
        site.reader.post(method, call).then().statusCode(403);
        site.writer.post(method, call).then().statusCode(200);
        assertThat(site.files(Map.of("attached_to_name", document), "file_url"))
                .containsExactly(Map.of("file_url", url(file)));
    }

    @Test
    void anAttachmentIsRemovedByThoseWhoMayChangeTheDocument() {
        String file = name(attached());
        String method = "frappe.desk.form.utils.remove_attach";
        site.reader.post(method, Map.of("fid", file)).then().statusCode(403);
        site.writer.post(method, Map.of("fid", file)).then().statusCode(200);
        site.administrator.read(file).then().statusCode(404);
    }

    @Test
    void tellsThePicturesOfDocuments() {
        Map<String, Object> file = attached();
        Map<String, ?> call = Map.of("doctype", site.doctype, "names", List.of(document, "none"));
        String method = "frappe.core.api.file.get_attached_images";
        assertThat(site.reader.post(method, call).<Map<String, List<String>>>path("message"))
                .isEqualTo(Map.of(document, List.of(url(file))));
        assertThat(site.other.post(method, call).<Map<String, List<String>>>path("message"))
                .isEmpty();
    }

    @Test
    void anArchiveIsReplacedByWhatIsInIt() throws Exception {
        byte[] content = content();
        byte[] zip = zip(Map.of("folder/a" + unique(".txt"), content, "__MACOSX/x", content(), ".hidden", content()));
        String[] target = {"is_private", "1", "doctype", site.doctype, "docname", document};
        String archive = name(site.writer.uploaded(unique(".zip"), zip, target));
        site.writer
                .post("frappe.core.api.file.unzip_file", Map.of("name", archive))
                .then()
                .statusCode(200)
                .body("message.size()", equalTo(1))
                .body("message[0].attached_to_name", equalTo(document))
                .body("message[0].is_private", equalTo(1));
        site.administrator.read(archive).then().statusCode(404);
        String text = name(site.writer.uploaded(unique(".txt"), bytes("no zip" + unique("")), target));
        site.writer
                .post("frappe.core.api.file.unzip_file", Map.of("name", text))
                .then()
                .statusCode(417);
    }

    private static byte[] zip(Map<String, byte[]> entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
        return bytes.toByteArray();
    }
}
