package org.affogato.api.file;

import static org.affogato.api.file.FileCalls.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.affogato.api.method.desk.DeskUser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pictures that were pasted into rich text become files. */
@QuarkusTest
class InlineImagesTest {
    private static final String COMMENTS = "frappe.desk.form.utils.";

    private FileSite site;
    private String document;

    @BeforeEach
    void makeDocument() {
        site = FileSite.site();
        document = site.document();
    }

    private Response write(FileCalls caller, String body) {
        return caller.request()
                .contentType(ContentType.JSON)
                .body(Map.of("body", body))
                .put("/api/resource/{doctype}/{name}", site.doctype, document);
    }

    private List<Map<String, Object>> attached() {
        return site.files(Map.of("attached_to_name", document), "file_url", "is_private", "attached_to_doctype");
    }

    private Response comment(FileCalls caller, String content) {
        return caller.post(
                COMMENTS + "add_comment",
                Map.of(
                        "reference_doctype",
                        site.doctype,
                        "reference_name",
                        document,
                        "content",
                        content,
                        "comment_email",
                        "alice@example.com",
                        "comment_by",
                        "Alice"));
    }

    @Test
    void aPictureInATextBecomesAFileOfTheDocument() {
        String name = unique(".png");
        String text = write(
                        site.writer,
                        "<p>before</p>" + TestPictures.inText(name, TestPictures.png(300, 300)) + "<p>x</p>")
                .then()
                .statusCode(200)
                .extract()
                .path("data.body");
        assertThat(text).contains("<p>before</p><img src=\"/files/" + name + "\">", "<p>x</p>");
        assertThat(attached())
                .containsExactly(
                        Map.of("file_url", "/files/" + name, "is_private", 0, "attached_to_doctype", site.doctype));
        assertThat(TestPictures.read(site.administrator.get("/files/" + name).asByteArray())
                        .getWidth())
                .isEqualTo(240);
    }

    @Test
    void eachOfSeveralPicturesBecomesAFileOfItsOwn() {
        byte[] twice = TestPictures.png(20, 20);
        String text = write(
                        site.writer,
                        TestPictures.inText(unique(".png"), twice)
                                + TestPictures.inText(unique(".png"), TestPictures.png(20, 20))
                                + TestPictures.inText(unique(".png"), twice))
                .path("data.body");
        assertThat(text).doesNotContain("data:");
        assertThat(attached())
                .hasSize(3)
                .extracting(file -> file.get("file_url"))
                .satisfies(urls -> assertThat(urls.stream().distinct()).hasSize(2));
    }

    @Test
    void aPictureWithoutANameGetsOneOfItsType() {
        String png = TestPictures.inText("x", TestPictures.png(20, 20)).replace(";filename=x", "");
        assertThat(write(site.writer, png).<String>path("data.body")).containsPattern("src=\"/files/\\w+\\.png\"");
    }

    @Test
    void aPictureNeverLeavesTheFolderOfFiles() {
        String png = TestPictures.inText("../../" + unique(".png"), TestPictures.png(20, 20));
        assertThat(write(site.writer, png).<String>path("data.body")).containsPattern("src=\"/files/[^/]+\\.png\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<img src=\"data:image/png;base64,A\">",
                "<img src=\"data:image/png;base64,\">",
                "<img src=\"data:image/png,====\">"
            })
    void refusesAPictureThatCannotBeRead(String text) {
        write(site.writer, text).then().statusCode(417).body("exc_type", equalTo("ValidationError"));
        assertThat(attached()).isEmpty();
    }

    @Test
    void picturesOfCommentsArePrivateFilesOfTheDocument() {
        String name = unique(".png");
        byte[] png = TestPictures.png(150, 150);
        comment(site.reader, "<div>look " + TestPictures.inText(name, png) + "</div>")
                .then()
                .statusCode(200)
                .body("message.content", equalTo("<div>look <img src=\"/private/files/" + name + "\"></div>"));
        assertThat(attached())
                .containsExactly(Map.of(
                        "file_url", "/private/files/" + name, "is_private", 1, "attached_to_doctype", site.doctype));
        String url = "/private/files/" + name;
        assertThat(site.writer.get(url).asByteArray()).isEqualTo(png);
        assertThat(site.other.get(url).statusCode()).isEqualTo(403);
    }

    @Test
    void picturesOfAChangedCommentBecomeFilesToo() {
        String comment = comment(site.reader, "first").path("message.name");
        String name = unique(".png");
        site.reader
                .post(
                        COMMENTS + "update_comment",
                        Map.of("name", comment, "content", TestPictures.inText(name, TestPictures.png(20, 20))))
                .then()
                .statusCode(200);
        assertThat(DeskUser.stored("Comment", comment, "content"))
                .isEqualTo("<img src=\"/private/files/" + name + "\">");
        assertThat(attached()).hasSize(1);
    }

    @Test
    void aCommentThatIsRefusedLeavesNoFile() {
        String name = unique(".png");
        comment(site.other, TestPictures.inText(name, TestPictures.png(20, 20)))
                .then()
                .statusCode(403);
        assertThat(attached()).isEmpty();
        assertThat(site.administrator.get("/private/files/" + name).statusCode())
                .isEqualTo(403);
    }
}
