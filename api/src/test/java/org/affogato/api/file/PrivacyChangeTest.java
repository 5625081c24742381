package org.affogato.api.file;

import static org.affogato.api.file.FileCalls.GUEST;
import static org.affogato.api.file.FileCalls.content;
import static org.affogato.api.file.FileCalls.name;
import static org.affogato.api.file.FileCalls.unique;
import static org.affogato.api.file.FileCalls.url;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.affogato.api.method.desk.DeskUser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A file is made private or public. */
@QuarkusTest
class PrivacyChangeTest {
    private FileSite site;

    @BeforeEach
    void findSite() {
        site = FileSite.site();
    }

    private static String made(FileCalls caller, Map<String, Object> file, int isPrivate) {
        return caller.change(name(file), Map.of("is_private", isPrivate))
                .then()
                .statusCode(200)
                .body("data.is_private", equalTo(isPrivate))
                .extract()
                .path("data.file_url");
    }

    @Test
    void theContentMoves() {
        byte[] content = content();
        String name = unique(".txt");
        Map<String, Object> file = site.writer.uploaded(name, content);
        assertThat(made(site.writer, file, 1)).isEqualTo("/private/files/" + name);
        assertThat(GUEST.get("/files/" + name).statusCode()).isEqualTo(404);
        assertThat(GUEST.get("/private/files/" + name).statusCode()).isEqualTo(403);
        assertThat(site.writer.get("/private/files/" + name).asByteArray()).isEqualTo(content);
        assertThat(made(site.writer, file, 0)).isEqualTo("/files/" + name);
        assertThat(GUEST.get("/files/" + name).asByteArray()).isEqualTo(content);
    }

    @Test
    void aTakenNameOnTheOtherSideStays() {
        String name = unique(".txt");
        byte[] there = content();
        byte[] moved = content();
        site.writer.uploaded(name, there, "is_private", "1");
        Map<String, Object> file = site.writer.uploaded(name, moved);
        String url = made(site.writer, file, 1);
        assertThat(url).isNotEqualTo("/private/files/" + name);
        assertThat(site.writer.get(url).asByteArray()).isEqualTo(moved);
        assertThat(site.writer.get("/private/files/" + name).asByteArray()).isEqualTo(there);
    }

    @Test
    void theCallersOtherFilesOfTheContentFollowThoseOfOthersStay() {
        byte[] content = content();
        Map<String, Object> first = site.writer.uploaded(unique(".txt"), content);
        Map<String, Object> second = site.writer.uploaded(unique(".txt"), content);
        Map<String, Object> theirs = site.other.uploaded(unique(".txt"), content);
        String url = made(site.writer, first, 1);
        site.writer
                .read(name(second))
                .then()
                .body("data.file_url", equalTo(url))
                .body("data.is_private", equalTo(1));
        site.other.read(name(theirs)).then().body("data.file_url", equalTo(url(theirs)));
        assertThat(site.other.get(url(theirs)).asByteArray()).isEqualTo(content);
    }

    @Test
    void theFieldOfTheDocumentFollows() {
        String document = site.document();
        Map<String, Object> file = site.writer.uploaded(unique(".txt"), content());
        site.writer
                .request()
                .contentType("application/json")
                .body(Map.of("paper", url(file)))
                .put("/api/resource/{doctype}/{name}", site.doctype, document)
                .then()
                .statusCode(200);
        String url = made(site.writer, file, 1);
        assertThat(DeskUser.stored(site.doctype, document, "paper")).isEqualTo(url);
        assertThat(site.reader.get(url).statusCode()).isEqualTo(200);
    }

    @Test
    void theThumbnailMovesToo() {
        Map<String, Object> file = site.writer.uploaded(unique(".png"), TestPictures.png(400, 400));
        String small = site.writer
                .run("make_thumbnail", name(file), Map.of())
                .then()
                .statusCode(200)
                .extract()
                .path("message");
        made(site.writer, file, 1);
        String moved = site.writer.read(name(file)).path("data.thumbnail_url");
        assertThat(moved).isEqualTo("/private" + small);
        assertThat(GUEST.get(small).statusCode()).isEqualTo(404);
        assertThat(GUEST.get(moved).statusCode()).isEqualTo(403);
        assertThat(site.writer.get(moved).statusCode()).isEqualTo(200);
    }

    @Test
    void needsTheRightToChangeTheFile() {
        Map<String, Object> file = site.writer.uploaded(unique(".txt"), content());
        site.other.change(name(file), Map.of("is_private", 1)).then().statusCode(403);
        assertThat(GUEST.get(url(file)).statusCode()).isEqualTo(200);
    }

    @Test
    void theUrlFitsTheSide() {
        Map<String, Object> file = site.writer.uploaded(unique(".txt"), content());
        Map<String, Object> closed = site.writer.uploaded(unique(".txt"), content(), "is_private", "1");
        site.writer.change(name(file), Map.of("file_url", url(closed))).then().statusCode(417);
    }
}
