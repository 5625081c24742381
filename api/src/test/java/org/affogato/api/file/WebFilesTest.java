package org.affogato.api.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import org.affogato.engine.Engine;
import org.affogato.engine.error.PermissionError;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.FileStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Fetches from servers of this machine, of which one stands for the internet and one for the own network. */
@QuarkusTest
class WebFilesTest {
    private static final String OPEN = "127.0.0.1";
    private static final String CLOSED = "127.0.0.2";

    @Inject
    Vertx vertx;

    @Inject
    FileStore store;

    @Inject
    Engine engine;

    private WebServer open;
    private WebServer closed;

    @BeforeEach
    void start() throws Exception {
        open = new WebServer(OPEN);
        closed = new WebServer(CLOSED);
    }

    @AfterEach
    void stop() {
        open.close();
        closed.close();
    }

    private String fetch(String url) {
        WebFiles web = new WebFiles(
                vertx, store, true, address -> address.getHostAddress().equals(OPEN));
        return fetch(web, url);
    }

    private String fetch(WebFiles web, String url) {
        return engine.runAndRollBack(
                Context.ADMINISTRATOR,
                context -> new String(web.fetch(url, context).bytes(), StandardCharsets.UTF_8));
    }

    @Test
    void fetchesAFile() {
        assertThat(fetch(open.url("/file"))).isEqualTo(WebServer.CONTENT);
        assertThat(fetch(open.url("/file?a=b%20c#d"))).isEqualTo(WebServer.CONTENT);
        assertThat(open.asked()).containsExactly("/file", "/file?a=b%20c");
    }

    @Test
    void asksByTheNameThatItWasGiven() {
        assertThat(fetch("http://localhost:" + open.port() + "/host")).isEqualTo("localhost:" + open.port());
    }

    @Test
    void followsWhereTheAddressLeads() {
        assertThat(fetch(open.url("/to?/file"))).isEqualTo(WebServer.CONTENT);
        assertThat(fetch(open.url("/to?" + open.url("/to?/file")))).isEqualTo(WebServer.CONTENT);
    }

    @Test
    void neverConnectsToAClosedAddress() {
        assertThatThrownBy(() -> fetch(closed.url("/file"))).isInstanceOf(PermissionError.class);
        assertThatThrownBy(() -> fetch(open.url("/to?" + closed.url("/file")))).isInstanceOf(PermissionError.class);
        assertThatThrownBy(() -> fetch(open.url("/to?//" + CLOSED + ":" + closed.port() + "/file")))
                .isInstanceOf(PermissionError.class);
        assertThat(closed.asked()).isEmpty();
    }

    @Test
    void fetchesNothingWhereTheSiteDoesNotAllowIt() {
        WebFiles web = new WebFiles(vertx, store, false, address -> true);
        assertThatThrownBy(() -> fetch(web, open.url("/file"))).isInstanceOf(PermissionError.class);
        assertThat(open.asked()).isEmpty();
    }

    @Test
    void givesUpWhereOneAddressLeadsToTheNextWithoutEnd() {
        assertThatThrownBy(() -> fetch(open.url("/loop"))).isInstanceOf(ValidationError.class);
        assertThat(open.asked()).hasSize(6);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/none", "/to?file:///etc/passwd", "/to?ftp://127.0.0.1/", "/to?http://%zz/", "/to?http:"})
    void tellsThatThereIsNoFile(String path) {
        assertThatThrownBy(() -> fetch(open.url(path))).isInstanceOf(ValidationError.class);
    }

    @Test
    void tellsThatNobodyListens() {
        String url = open.url("/file");
        open.close();
        assertThatThrownBy(() -> fetch(url)).isInstanceOf(ValidationError.class);
    }

    @Test
    void takesNoMoreThanTheLargestSize() {
        FileSite site = FileSite.site();
        try {
            site.set("max_file_size", 1);
            assertThatThrownBy(() -> fetch(open.url("/large")))
                    .isInstanceOf(ValidationError.class)
                    .hasMessageContaining("larger");
        } finally {
            site.set("max_file_size", 0);
        }
        assertThat(fetch(open.url("/large"))).hasSize(2 * 1024 * 1024);
    }
}
