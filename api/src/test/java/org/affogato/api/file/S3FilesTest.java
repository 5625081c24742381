package org.affogato.api.file;

import static org.affogato.api.file.FileCalls.GUEST;
import static org.affogato.api.file.FileCalls.bytes;
import static org.affogato.api.file.FileCalls.content;
import static org.affogato.api.file.FileCalls.name;
import static org.affogato.api.file.FileCalls.unique;
import static org.affogato.api.file.FileCalls.url;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files of a site whose contents lie in a bucket. */
@QuarkusTest
@TestProfile(RemoteFiles.class)
class S3FilesTest {
    @Inject
    FileSettings settings;

    private FileSite site;
    private FileCalls caller;

    @BeforeEach
    void findCaller() {
        site = FileSite.site();
        caller = site.administrator;
    }

    private boolean isInBucket(String url) {
        String key = url.startsWith("/private") ? url.substring(1) : "public" + url;
        return S3Server.keys(settings.s3()).contains(RemoteFiles.PREFIX + key);
    }

    @Test
    void anUploadLiesInTheBucketAndIsServedFromThere() {
        byte[] content = content();
        String url = url(caller.uploaded(unique(".txt"), content));
        assertThat(isInBucket(url)).isTrue();
        Response answer = GUEST.get(url);
        assertThat(answer.asByteArray()).isEqualTo(content);
        assertThat(answer.header("Content-Length")).isEqualTo(String.valueOf(content.length));
        GUEST.get(url, "If-None-Match", answer.header("ETag")).then().statusCode(304);
        GUEST.get(url, "If-Modified-Since", answer.header("Last-Modified"))
                .then()
                .statusCode(304);
        assertThat(GUEST.head(url).header("Content-Length")).isEqualTo(String.valueOf(content.length));
    }

    @Test
    void partsAreReadFromTheBucket() {
        String url = url(caller.uploaded(unique(".txt"), bytes("0123456789" + unique(""))));
        Response part = GUEST.get(url, "Range", "bytes=2-5");
        part.then().statusCode(206).header("Content-Range", "bytes 2-5/19");
        assertThat(part.asString()).isEqualTo("2345");
        GUEST.get(url, "Range", "bytes=99-").then().statusCode(416);
    }

    @Test
    void privateContentsKeepTheirRights() {
        String document = site.document();
        String url = url(site.writer.uploaded(
                unique(".txt"), content(), "is_private", "1", "doctype", site.doctype, "docname", document));
        assertThat(isInBucket(url)).isTrue();
        assertThat(site.reader.get(url).statusCode()).isEqualTo(200);
        assertThat(site.other.get(url).statusCode()).isEqualTo(403);
    }

    @Test
    void aDeletedContentLeavesTheBucketWithItsLastFile() {
        byte[] content = content();
        Map<String, Object> first = caller.uploaded(unique(".txt"), content);
        Map<String, Object> second = caller.uploaded(unique(".txt"), content);
        caller.delete(name(first)).then().statusCode(202);
        assertThat(isInBucket(url(second))).isTrue();
        caller.delete(name(second)).then().statusCode(202);
        assertThat(isInBucket(url(second))).isFalse();
        assertThat(GUEST.get(url(second)).statusCode()).isEqualTo(404);
    }

    @Test
    void aContentMovesWithinTheBucket() {
        byte[] content = content();
        Map<String, Object> file = caller.uploaded(unique(".txt"), content);
        String moved = caller.change(name(file), Map.of("is_private", 1))
                .then()
                .statusCode(200)
                .extract()
                .path("data.file_url");
        assertThat(isInBucket(moved)).isTrue();
        assertThat(isInBucket(url(file))).isFalse();
        assertThat(caller.get(moved).asByteArray()).isEqualTo(content);
    }

    @Test
    void picturesAreMadeSmallerInTheBucket() {
        Map<String, Object> file = caller.uploaded(unique(".png"), TestPictures.png(400, 400));
        String small = caller.run("make_thumbnail", name(file), Map.of()).path("message");
        assertThat(isInBucket(small)).isTrue();
        caller.run("optimize_file", name(file), Map.of()).then().statusCode(200);
        assertThat(TestPictures.read(GUEST.get(url(file)).asByteArray()).getWidth())
                .isEqualTo(320);
    }

    @Test
    void anUploadThatIsUndoneLeavesTheBucket() {
        String name = unique(".txt");
        Map<String, Object> upload = Map.of(
                "method",
                "POST",
                "path",
                "/api/resource/File",
                "body",
                Map.of("file_name", name, "content", "text " + name));
        Map<String, Object> refused =
                Map.of("method", "POST", "path", "/api/resource/ToDo", "body", Map.of("status", "none"));
        caller.request()
                .contentType(ContentType.JSON)
                .body(Map.of("requests", List.of(upload, refused)))
                .post("/api/batch")
                .then()
                .statusCode(417)
                .body("failed_part", equalTo(1));
        assertThat(isInBucket("/files/" + name)).isFalse();
    }

    @Test
    void piecesOfAnUploadGoToTheBucketTogether() {
        String name = unique(".txt");
        String[] first = {"total_chunk_count", "2", "chunk_index", "0", "chunk_byte_offset", "0"};
        String[] second = {"total_chunk_count", "2", "chunk_index", "1", "chunk_byte_offset", "3"};
        caller.upload(name, bytes("one"), first).then().statusCode(200);
        String url = caller.upload(name, bytes(unique("")), second).path("message.file_url");
        assertThat(GUEST.get(url).asString()).startsWith("onef");
        assertThat(isInBucket(url)).isTrue();
    }
}
