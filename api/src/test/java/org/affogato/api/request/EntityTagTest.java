package org.affogato.api.request;

import static org.affogato.api.testing.Callers.administrator;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class EntityTagTest {
    private String address = "";
    private String tag = "";

    @BeforeEach
    void makeADocument() {
        Response made = administrator().body("{\"description\": \"tagged\"}").post("/api/resource/ToDo");
        address = "/api/resource/ToDo/" + made.path("data.name");
        tag = made.header("ETag");
    }

    @Test
    void answersNoBodyToWhoHasTheDocumentAlready() {
        administrator()
                .header("If-None-Match", tag)
                .get(address)
                .then()
                .statusCode(304)
                .header("ETag", tag);
        administrator().header("If-None-Match", "\"other\"").get(address).then().statusCode(200);
    }

    @Test
    void refusesAWriteOfAnOlderState() {
        administrator()
                .header("If-Match", tag)
                .body("{\"description\": \"second\"}")
                .put(address)
                .then()
                .statusCode(200);
        administrator()
                .header("If-Match", tag)
                .body("{\"description\": \"third\"}")
                .put(address)
                .then()
                .statusCode(412)
                .body("exc_type", equalTo("PreconditionFailed"));
        administrator().header("If-Match", tag).delete(address).then().statusCode(412);
        assertThat(administrator().get(address).<String>path("data.description"))
                .isEqualTo("second");
    }

    @Test
    void takesAWriteOfTheStateThatStands() {
        administrator().header("If-Match", tag).delete(address).then().statusCode(202);
    }
}
