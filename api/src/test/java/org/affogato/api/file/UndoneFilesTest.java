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
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.affogato.api.start.AffogatoSettings;
import org.affogato.engine.spi.FilePath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What failed or was killed on the way leaves contents as they were. */
@QuarkusTest
class UndoneFilesTest {
    private static final Map<String, Object> REFUSED = Map.of(
            "method", "POST", "path", "/api/resource/ToDo", "body", Map.of("description", "x", "status", "none"));

    @Inject
    AffogatoSettings settings;

    @Inject
    FileSettings files;

    @Inject
    FileSweep sweep;

    private FileCalls caller;

    @BeforeEach
    void findCaller() {
        caller = FileSite.site().administrator;
    }

    /** Makes a call in a transaction that fails after it. */
    private void undone(String verb, String path, Map<String, ?> body) {
        Map<String, Object> call = Map.of("method", verb, "path", path, "body", body);
        caller.request()
                .contentType(ContentType.JSON)
                .body(Map.of("requests", List.of(call, REFUSED)))
                .post("/api/batch")
                .then()
                .statusCode(417)
                .body("failed_part", equalTo(1));
    }

    @Test
    void aNewContentGoesAgain() {
        String name = unique(".txt");
        undone("POST", "/api/resource/File", Map.of("file_name", name, "content", "text " + name));
        assertThat(GUEST.get("/files/" + name).statusCode()).isEqualTo(404);
    }

    @Test
    void aPictureOfADocumentThatIsRefusedGoesAgain() {
        FileSite site = FileSite.site();
        String name = unique(".png");
        caller.request()
                .contentType(ContentType.JSON)
                .body(Map.of("title", site.document(), "body", TestPictures.inText(name, TestPictures.png(20, 20))))
                .post("/api/resource/{doctype}", site.doctype)
                .then()
                .statusCode(409);
        assertThat(GUEST.get("/files/" + name).statusCode()).isEqualTo(404);
    }

    @Test
    void aDeletedContentStays() {
        byte[] content = content();
        Map<String, Object> file = caller.uploaded(unique(".txt"), content);
        undone("DELETE", "/api/resource/File/" + name(file), Map.of());
        assertThat(GUEST.get(url(file)).asByteArray()).isEqualTo(content);
        caller.read(name(file)).then().statusCode(200);
    }

    @Test
    void aMovedContentIsWhereItWas() {
        byte[] content = content();
        Map<String, Object> file = caller.uploaded(unique(".txt"), content);
        undone("PUT", "/api/resource/File/" + name(file), Map.of("is_private", 1));
        assertThat(GUEST.get(url(file)).asByteArray()).isEqualTo(content);
        assertThat(onDisk(
                        new FilePath(true, FilePath.of(url(file)).orElseThrow().name())))
                .doesNotExist();
    }

    @Test
    void aPictureMadeSmallerIsAsItWas() {
        byte[] content = TestPictures.png(400, 400);
        Map<String, Object> file = caller.uploaded(unique(".png"), content);
        undone("POST", "/api/method/run_doc_method", Map.of("dt", "File", "dn", name(file), "method", "optimize_file"));
        assertThat(GUEST.get(url(file)).asByteArray()).isEqualTo(content);
    }

    private Path onDisk(FilePath path) {
        return new DiskNames(FilesFolder.of(settings, files)).of(path);
    }

    /** Another process writes a content, then is killed before its row is committed. */
    @Test
    void aContentThatAKilledProcessLeftIsRemoved() throws Exception {
        FilePath path = new FilePath(false, unique(".txt"));
        kill(path, unique(""));
        assertThat(GUEST.get(path.url()).statusCode()).isEqualTo(200);
        sweep.sweep();
        assertThat(GUEST.get(path.url()).statusCode()).isEqualTo(404);
    }

    /** Another process is killed while it deletes a File whose row is still there. */
    @Test
    void aContentThatAFileNamesStaysAfterAKill() throws Exception {
        byte[] content = content();
        Map<String, Object> file = caller.uploaded(unique(".txt"), content);
        kill(FilePath.of(url(file)).orElseThrow(), "");
        sweep.sweep();
        assertThat(GUEST.get(url(file)).asByteArray()).isEqualTo(content);
    }

    @Test
    void aContentThatARunningProcessWritesStays() throws IOException {
        FilePath path = new FilePath(false, unique(".txt"));
        WorkFolder work = new WorkFolder(FilesFolder.of(settings, files));
        FileJournal running = new FileJournal(work);
        running.begin(path);
        Files.write(onDisk(path), bytes("text"));
        sweep.sweep();
        assertThat(GUEST.get(path.url()).statusCode()).isEqualTo(200);
        running.end();
        Files.delete(onDisk(path));
    }

    private void kill(FilePath path, String content) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledWriter.class.getName(),
                        FilesFolder.of(settings, files).toString(),
                        path.url(),
                        content)
                .redirectErrorStream(true)
                .redirectOutput(File.createTempFile("killed", ".log"))
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(KilledWriter.KILLED);
    }
}
