package org.affogato.api.file;

import static org.affogato.api.file.FileCalls.GUEST;
import static org.affogato.api.file.FileCalls.bytes;
import static org.affogato.api.file.FileCalls.unique;
import static org.affogato.api.file.FileCalls.url;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.affogato.api.request.RawCall;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class DownloadTest {
    private static final String TEXT = "0123456789";

    private FileSite site;
    private String url;

    /** Each with other bytes behind the ten that are asked for: equal contents would be one. */
    @BeforeEach
    void upload() {
        site = FileSite.site();
        url = url(site.administrator.uploaded(unique(".txt"), bytes(TEXT + unique(""))));
    }

    private static int size(Response answer) {
        return answer.asByteArray().length;
    }

    @Test
    void answersTheWholeWithItsKindAndVersion() {
        Response answer = GUEST.get(url);
        answer.then()
                .statusCode(200)
                .header("Content-Type", "text/plain; charset=utf-8")
                .header("Accept-Ranges", "bytes")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Length", String.valueOf(size(answer)))
                .header("Content-Disposition", (String) null);
        assertThat(answer.header("ETag")).matches("\"[0-9a-f]+-[0-9a-f]+\"");
        assertThat(answer.header("Last-Modified")).endsWith("GMT");
    }

    @ParameterizedTest
    @CsvSource({"bytes=0-3, 0123, 0-3", "bytes=4-4, 4, 4-4", "bytes = 2 - 5, 2345, 2-5"})
    void answersAPart(String range, String part, String answered) {
        int whole = size(GUEST.get(url));
        Response answer = GUEST.get(url, "Range", range);
        answer.then()
                .statusCode(206)
                .header("Content-Range", "bytes " + answered + "/" + whole)
                .header("Content-Length", String.valueOf(part.length()));
        assertThat(answer.asString()).isEqualTo(part);
    }

    @Test
    void answersTheEndByAnOpenAndByASuffixRange() {
        byte[] whole = GUEST.get(url).asByteArray();
        String text = new String(whole, StandardCharsets.UTF_8);
        assertThat(GUEST.get(url, "Range", "bytes=7-").asString()).isEqualTo(text.substring(7));
        Response suffix = GUEST.get(url, "Range", "bytes=-4");
        suffix.then()
                .statusCode(206)
                .header("Content-Range", "bytes %d-%d/%d".formatted(whole.length - 4, whole.length - 1, whole.length));
        assertThat(suffix.asString()).isEqualTo(text.substring(text.length() - 4));
        assertThat(GUEST.get(url, "Range", "bytes=-9999").asString()).isEqualTo(text);
        assertThat(GUEST.get(url, "Range", "bytes=5-9999").asString()).isEqualTo(text.substring(5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=9999-", "bytes=9999-10000", "bytes=-0"})
    void refusesAPartBeyondTheEnd(String range) {
        int whole = size(GUEST.get(url));
        GUEST.get(url, "Range", range)
                .then()
                .statusCode(416)
                .header("Content-Range", "bytes */" + whole)
                .header("Content-Length", "0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=5-2", "bytes=-", "bytes=a-b", "lines=1-2", "bytes=0-1,3-4", "bytes"})
    void answersTheWholeToARangeItCannotServe(String range) {
        assertThat(GUEST.get(url, "Range", range).statusCode()).isEqualTo(200);
    }

    @Test
    void aPartIsOnlyOfTheVersionTheCallerHas() {
        String tag = GUEST.get(url).header("ETag");
        assertThat(GUEST.get(url, "Range", "bytes=0-1", "If-Range", tag).statusCode())
                .isEqualTo(206);
        assertThat(GUEST.get(url, "Range", "bytes=0-1", "If-Range", "\"other\"").statusCode())
                .isEqualTo(200);
    }

    @Test
    void answersNothingToThoseWhoHaveTheContent() {
        Response whole = GUEST.get(url);
        String tag = whole.header("ETag");
        String date = whole.header("Last-Modified");
        for (String known : List.of(tag, "W/" + tag, "\"x\", " + tag, "*")) {
            Response answer = GUEST.get(url, "If-None-Match", known);
            answer.then().statusCode(304).header("ETag", tag);
            assertThat(size(answer)).isZero();
        }
        assertThat(GUEST.get(url, "If-Modified-Since", date).statusCode()).isEqualTo(304);
        assertThat(GUEST.get(url, "If-None-Match", "\"x\"").statusCode()).isEqualTo(200);
        assertThat(GUEST.get(url, "If-None-Match", "\"x\"", "If-Modified-Since", date)
                        .statusCode())
                .isEqualTo(200);
        assertThat(GUEST.get(url, "If-Modified-Since", "Sat, 01 Jan 2000 00:00:00 GMT")
                        .statusCode())
                .isEqualTo(200);
        assertThat(GUEST.get(url, "If-Modified-Since", "yesterday").statusCode())
                .isEqualTo(200);
    }

    @Test
    void answersHeadAsGetWithoutTheBody() {
        String closed = url(site.administrator.uploaded(unique(".txt"), FileCalls.content(), "is_private", "1"));
        for (String one : List.of(url, closed)) {
            Response get = site.administrator.get(one);
            Response head = site.administrator.head(one);
            assertThat(head.statusCode()).isEqualTo(200);
            assertThat(head.header("Content-Length")).isEqualTo(get.header("Content-Length"));
            assertThat(head.header("ETag")).isEqualTo(get.header("ETag"));
            assertThat(size(head)).isZero();
        }
        assertThat(GUEST.head(closed).statusCode()).isEqualTo(403);
        assertThat(GUEST.head("/files/" + unique(".txt")).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        ".html, text/html; charset=utf-8",
        ".svg, image/svg+xml",
        ".xml, text/xml; charset=utf-8",
        ".xhtml, application/xhtml+xml"
    })
    void pagesGoOutAsDownloadsWithoutRights(String ending, String type) {
        for (String isPrivate : List.of("0", "1")) {
            String name = unique(ending);
            String page = url(site.administrator.uploaded(
                    name, bytes("<script>alert('" + name + "')</script>"), "is_private", isPrivate));
            site.administrator
                    .get(page)
                    .then()
                    .statusCode(200)
                    .header("Content-Type", type)
                    .header("Content-Disposition", startsWith("attachment; filename=\"" + name))
                    .header("Content-Security-Policy", startsWith("sandbox"))
                    .header("X-Content-Type-Options", "nosniff");
        }
    }

    @Test
    void anEndingThatNoTypeIsKnownForIsNoPage() {
        String odd = url(site.administrator.uploaded(unique(".htmlx"), bytes("<b>" + unique("") + "</b>")));
        GUEST.get(odd).then().statusCode(200).header("Content-Type", "application/octet-stream");
    }

    @Test
    void onlyBrowsersOfTheCallerKeepPrivateContents() {
        String closed = url(site.administrator.uploaded(unique(".txt"), FileCalls.content(), "is_private", "1"));
        site.administrator.get(closed).then().header("Cache-Control", "private, no-cache");
        GUEST.get(url).then().header("Cache-Control", startsWith("public"));
    }

    @Test
    void servesNamesInAllLetters() {
        String name = unique(" Grüße & 100% #1?.txt");
        Map<String, Object> file = site.administrator
                .insert(Map.of("file_name", name, "content", name))
                .path("data");
        Response answer = RestAssured.given().get("/files/{name}", url(file).substring("/files/".length()));
        assertThat(answer.asString()).isEqualTo(name);
        Response download =
                RestAssured.given().queryParam("file_url", url(file)).get("/api/method/frappe.handler.download_file");
        assertThat(download.asString()).isEqualTo(name);
        assertThat(download.header("Content-Disposition"))
                .startsWith("attachment; filename=\"")
                .contains("filename*=UTF-8''")
                .contains("Gr%C3%BC%C3%9Fe%20%26%20100%25");
    }

    /** As they go over the wire: libraries would resolve the dots. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/files/../private/files/%s",
                "/files/%%2e%%2e/%%2e%%2e/private/files/%s",
                "/files/..%%2f..%%2fprivate/files/%s",
                "/files/..\\..\\private\\files\\%s",
                "/files//../../private/files/%s",
                "/files/./../../private/files/%s",
                "/files/%%00/%s",
                "/files/",
                "/files",
                "/filesx/%s"
            })
    void noPathLeadsOutOfThePublicFiles(String pattern) {
        String name = unique(".txt");
        String secret = "secret " + unique("");
        site.administrator.uploaded(name, bytes(secret), "is_private", "1");
        RawCall.Answer answer = RawCall.get("Guest", pattern.formatted(name));
        assertThat(answer.status()).isBetween(400, 404);
        assertThat(answer.body()).doesNotContain(secret);
    }

    @Test
    void thereIsNoListOfFiles() {
        GUEST.get("/files/" + unique(".txt")).then().statusCode(404);
        GUEST.get("/private/files/").then().statusCode(403);
    }

    @Test
    void downloadsOverRpcByTheSameRights() {
        String closed = url(site.administrator.uploaded(unique(".txt"), bytes(TEXT), "is_private", "1"));
        assertThat(download(site.administrator, closed).asString()).isEqualTo(TEXT);
        assertThat(download(GUEST, url).statusCode()).isEqualTo(200);
        download(GUEST, closed).then().statusCode(403).body("exc_type", equalTo("PermissionError"));
        download(site.other, closed).then().statusCode(403);
        download(site.administrator, "/files/" + unique(".txt")).then().statusCode(404);
        download(site.administrator, "/etc/passwd").then().statusCode(404);
        site.administrator
                .request()
                .queryParam("file_url", closed)
                .header("Range", "bytes=2-3")
                .get("/api/method/download_file")
                .then()
                .statusCode(206)
                .body(equalTo("23"));
    }

    private static Response download(FileCalls caller, String url) {
        return caller.request().queryParam("file_url", url).get("/api/method/download_file");
    }

    @Test
    void packsFilesIntoAnArchiveAsFarAsTheCallerMayReadThem() throws Exception {
        Map<String, Object> open = site.administrator.uploaded("open" + unique(".txt"), FileCalls.content());
        Map<String, Object> closed =
                site.administrator.uploaded("closed" + unique(".txt"), FileCalls.content(), "is_private", "1");
        List<String> files = List.of(FileCalls.name(open), FileCalls.name(closed), "Home/Attachments");
        assertThat(names(site.administrator, files)).containsExactly(name(open), name(closed));
        assertThat(names(site.other, files)).containsExactly(name(open));
    }

    private static String name(Map<String, Object> file) {
        return String.valueOf(file.get("file_name"));
    }

    private static List<String> names(FileCalls caller, List<String> files) throws Exception {
        Response answer = caller.post("frappe.core.api.file.zip_files", Map.of("files", files));
        answer.then().statusCode(200).header("Content-Disposition", startsWith("attachment; filename=\"files.zip\""));
        List<String> names = new ArrayList<>();
        try (var zip = new ZipInputStream(answer.asInputStream())) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        return names;
    }
}
