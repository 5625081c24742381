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
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The same content is kept once on each side of the rights, as long as a File names it. */
@QuarkusTest
class SharedContentTest {
    private FileCalls caller;

    @BeforeEach
    void findCaller() {
        caller = FileSite.site().administrator;
    }

    @Test
    void theSameContentIsKeptOnce() {
        byte[] content = content();
        Map<String, Object> first = caller.uploaded(unique(".txt"), content);
        Map<String, Object> second = caller.uploaded(unique(".txt"), content);
        assertThat(name(second)).isNotEqualTo(name(first));
        assertThat(url(second)).isEqualTo(url(first));
        assertThat(second).containsEntry("content_hash", first.get("content_hash"));
    }

    @Test
    void aPrivateContentIsNeverThePublicOne() {
        byte[] content = content();
        String open = url(caller.uploaded(unique(".txt"), content));
        String closed = url(caller.uploaded(unique(".txt"), content, "is_private", "1"));
        assertThat(closed).startsWith("/private/files/");
        assertThat(GUEST.get(open).statusCode()).isEqualTo(200);
        assertThat(GUEST.get(closed).statusCode()).isEqualTo(403);
    }

    @Test
    void theContentGoesWithTheLastFileThatNamesIt() {
        byte[] content = content();
        Map<String, Object> first = caller.uploaded(unique(".txt"), content);
        Map<String, Object> second = caller.uploaded(unique(".txt"), content);
        caller.delete(name(first)).then().statusCode(202);
        assertThat(GUEST.get(url(second)).asByteArray()).isEqualTo(content);
        caller.delete(name(second)).then().statusCode(202);
        assertThat(GUEST.get(url(second)).statusCode()).isEqualTo(404);
    }

    @Test
    void aContentOfTheSameNameIsTakenAgainAfterItWasDeleted() {
        String name = unique(".txt");
        byte[] second = content();
        caller.delete(name(caller.uploaded(name, content()))).then().statusCode(202);
        assertThat(url(caller.uploaded(name, second))).isEqualTo("/files/" + name);
        assertThat(GUEST.get("/files/" + name).asByteArray()).isEqualTo(second);
    }

    @Test
    void aCopyOfAPrivateFileForAllHasAContentOfItsOwn() {
        byte[] content = content();
        String closed = url(caller.uploaded(unique(".txt"), content, "is_private", "1"));
        String open = caller.insert(Map.of("file_url", closed, "file_name", unique(".txt"), "is_private", 0))
                .then()
                .statusCode(200)
                .body("data.is_private", equalTo(0))
                .extract()
                .path("data.file_url");
        assertThat(open).startsWith("/files/");
        assertThat(GUEST.get(open).asByteArray()).isEqualTo(content);
        assertThat(GUEST.get(closed).statusCode()).isEqualTo(403);
    }

    @Test
    void uploadsAndDeletionsOfOneContentAtTheSameTimeLoseNothing() throws Exception {
        byte[] content = content();
        List<Callable<Map<String, Object>>> uploads = IntStream.range(0, 12)
                .<Callable<Map<String, Object>>>mapToObj(i -> () -> {
                    Map<String, Object> file = caller.uploaded(unique(".txt"), content);
                    if (i % 2 == 0) {
                        caller.delete(name(file)).then().statusCode(202);
                    }
                    return i % 2 == 0 ? Map.of() : file;
                })
                .toList();
        try (var threads = Executors.newFixedThreadPool(6)) {
            for (var done : threads.invokeAll(uploads)) {
                if (!done.get().isEmpty()) {
                    assertThat(GUEST.get(url(done.get())).asByteArray()).isEqualTo(content);
                }
            }
        }
    }
}
