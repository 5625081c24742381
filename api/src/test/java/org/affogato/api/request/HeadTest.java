package org.affogato.api.request;

import static org.affogato.api.testing.Callers.administrator;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class HeadTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/resource/User/Administrator",
                "/api/v2/document/User/Administrator",
                "/api/v2/doctype/User/count"
            })
    void answersAsGetWithoutTheBody(String address) {
        Response get = administrator().get(address);
        Response head = administrator().head(address);
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.contentType()).isEqualTo(get.contentType());
        assertThat(head.header("Content-Length")).isEqualTo(String.valueOf(get.asByteArray().length));
        assertThat(head.header("ETag")).isEqualTo(get.header("ETag"));
        assertThat(head.asByteArray()).isEmpty();
    }

    /** Frappe takes HEAD for none of the verbs that a method may name. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/method/frappe.auth.get_logged_user",
                "/api/method/ping",
                "/api/v2/method/frappe.auth.get_logged_user",
                "/api/v2/document/File/Home/method/make_thumbnail",
                "/api/?cmd=frappe.auth.get_logged_user"
            })
    void noMethodTakesIt(String address) {
        assertThat(administrator().get(address).statusCode()).isEqualTo(200);
        Response head = administrator().head(address);
        assertThat(head.statusCode()).isEqualTo(403);
        assertThat(head.asByteArray()).isEmpty();
    }

    @Test
    void aMissingDocumentIsMissing() {
        assertThat(administrator().head("/api/resource/User/nobody").statusCode())
                .isEqualTo(404);
    }
}
