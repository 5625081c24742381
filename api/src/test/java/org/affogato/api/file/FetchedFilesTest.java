package org.affogato.api.file;

import static org.affogato.api.file.FileCalls.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A site that fetches files from the web never fetches from its own network. */
@QuarkusTest
@TestProfile(RemoteFiles.class)
class FetchedFilesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:%d/file",
                "http://localhost:%d/file",
                "http://127.1:%d/file",
                "http://2130706433:%d/file",
                "http://0x7f000001:%d/file",
                "http://0177.0.0.1:%d/file",
                "http://0.0.0.0:%d/file",
                "http://0:%d/file",
                "http://[::1]:%d/file",
                "http://[::]:%d/file",
                "http://[::ffff:127.0.0.1]:%d/file",
                "http://[::ffff:7f00:1]:%d/file",
                "http://[64:ff9b::7f00:1]:%d/file",
                "http://[::1%%25lo]:%d/file",
                "http://user@127.0.0.1:%d/file",
                "http://example.com@127.0.0.1:%d/file",
                "HTTP://LOCALHOST:%d/file",
                "http://localhost.:%d/file",
                "http://127.0.0.1:%d\\@example.com/file",
                "http://①②⑦.⓪.⓪.①:%d/file"
            })
    void refusesAddressesOfTheOwnMachine(String pattern) throws Exception {
        try (WebServer here = new WebServer("0.0.0.0")) {
            int status = FileSite.site()
                    .administrator
                    .uploadNothing(
                            "file_url", pattern.formatted(here.port()), "fetch", "1", "file_name", unique(".txt"))
                    .statusCode();
            assertThat(status).isIn(403, 417);
            assertThat(here.asked()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://169.254.169.254/x", "http://10.0.0.1/x", "http://192.168.0.1/x", "http://[fd00::1]/x"})
    void refusesAddressesOfTheOwnNetwork(String url) {
        FileSite.site()
                .administrator
                .uploadNothing("file_url", url, "fetch", "1")
                .then()
                .statusCode(403)
                .body("exc_type", equalTo("PermissionError"));
    }

    @Test
    void keepsAnAddressAsALinkWhereNothingIsToBeFetched() {
        FileSite.site()
                .administrator
                .uploadNothing("file_url", "http://127.0.0.1/x.txt")
                .then()
                .statusCode(200)
                .body("message.file_url", equalTo("http://127.0.0.1/x.txt"));
    }
}
