package org.affogato.api.request;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.affogato.api.method.desk.DeskUser;
import org.affogato.api.testing.Callers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Definitions are sent once and asked for by their tag. */
@QuarkusTest
class DefinitionTagTest {
    private static final String GETDOCTYPE = "/api/method/frappe.desk.form.load.getdoctype";

    private String doctype;

    @BeforeEach
    void make() {
        doctype = DeskUser.administrator().doctype(Map.of(), List.of());
    }

    private static void addField(String doctype) {
        DeskUser.administrator().insert("Custom Field", Map.of("dt", doctype, "label", "Shade", "fieldtype", "Data"));
    }

    private String tag(String path) {
        return Callers.administrator()
                .queryParam("doctype", doctype)
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
    }

    private int again(String path, String tag) {
        return Callers.administrator()
                .header("If-None-Match", tag)
                .queryParam("doctype", doctype)
                .get(path)
                .statusCode();
    }

    @Test
    void aDefinitionIsNotSentAgainUntilItChanges() {
        for (String call : List.of(GETDOCTYPE, "/api/v2/doctype/%s/meta")) {
            make();
            String path = call.formatted(doctype);
            String tag = tag(path);
            assertThat(again(path, tag)).as(path).isEqualTo(304);
            addField(doctype);
            assertThat(again(path, tag)).as(path).isEqualTo(200);
            assertThat(tag(path)).as(path).isNotEqualTo(tag);
        }
    }

    @Test
    void versionTwoAnswersADefinition() {
        addField(doctype);
        Callers.administrator()
                .get("/api/v2/doctype/{doctype}/meta", doctype)
                .then()
                .statusCode(200)
                .body("data.name", equalTo(doctype))
                .body("data.fields.fieldname", hasItem("custom_shade"))
                .body("data.permissions.role", hasItem("System Manager"));
        given().get("/api/v2/doctype/{doctype}/meta", doctype).then().statusCode(403);
        Callers.administrator()
                .get("/api/v2/doctype/{doctype}/meta", "No Such Doctype")
                .then()
                .statusCode(404);
        Callers.administrator()
                .post("/api/v2/doctype/{doctype}/meta", doctype)
                .then()
                .statusCode(not(200));
    }
}
