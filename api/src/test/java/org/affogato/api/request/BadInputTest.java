package org.affogato.api.request;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What is no proper request is the caller's error, never the server's, and stores nothing. */
@QuarkusTest
class BadInputTest {
    private static RequestSpecification administrator() {
        String sid = given().formParam("usr", "Administrator")
                .formParam("pwd", "admin")
                .post("/api/method/login")
                .then()
                .statusCode(200)
                .extract()
                .cookie("sid");
        return given().cookie("sid", sid).urlEncodingEnabled(false);
    }

    private static void refused(byte[] body, String type) {
        RequestSpecification caller = administrator();
        int before = count(caller);
        caller.contentType(type).body(body).post("/api/resource/ToDo").then().statusCode(417);
        assertThat(count(administrator())).isEqualTo(before);
    }

    private static int count(RequestSpecification caller) {
        return caller.get("/api/method/frappe.client.get_count?doctype=ToDo")
                .then()
                .extract()
                .path("message");
    }

    @Test
    void refusesJsonThatIsCutOff() {
        refused("{\"description\": ".getBytes(StandardCharsets.UTF_8), "application/json");
    }

    @Test
    void refusesTextThatIsNotUtf8() {
        refused(new byte[] {'{', '"', 'a', '"', ':', '"', (byte) 0xc3, (byte) 0x28, '"', '}'}, "application/json");
    }

    @Test
    void refusesWhatFollowsTheValue() {
        refused("{} {}".getBytes(StandardCharsets.UTF_8), "application/json");
    }

    @Test
    void refusesNestingWithoutEnd() {
        refused(("{\"a\":" + "[".repeat(5000)).getBytes(StandardCharsets.UTF_8), "application/json");
    }

    @Test
    void refusesAListWhereAnObjectBelongs() {
        refused("[{\"description\":\"a\"}]".getBytes(StandardCharsets.UTF_8), "application/json");
    }

    @Test
    void answersWrongVerbsAsRecorded() {
        administrator().put("/api/resource/ToDo").then().statusCode(405);
        administrator().delete("/api/resource/ToDo").then().statusCode(405);
        administrator().patch("/api/resource/ToDo/x").then().statusCode(404);
    }

    @Test
    void answersArgumentsOfAWrongTypeWithAnError() {
        administrator()
                .contentType("application/json")
                .body("{\"doctype\": [\"User\"], \"docname\": \"Guest\"}")
                .post("/api/method/frappe.client.validate_link")
                .then()
                .statusCode(417)
                .body("exc_type", equalTo("FrappeTypeError"));
    }

    @Test
    void namesMayHoldEncodedSlashesAndPercentSigns() {
        administrator()
                .get("/api/resource/User/no%2Fbody%25")
                .then()
                .statusCode(404)
                .body("exc_type", equalTo("DoesNotExistError"));
    }
}
