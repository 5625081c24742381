package org.affogato.api.batch;

import static org.affogato.api.testing.Callers.administrator;
import static org.affogato.api.testing.Callers.toDos;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BatchTest {
    private static ValidatableResponse send(String batch) {
        return administrator().body(batch).post("/api/batch").then();
    }

    private static String toDo(String description) {
        return """
                {"method": "POST", "path": "/api/resource/ToDo", "body": {"description": "%s"}}""".formatted(description);
    }

    private static final String REFUSED = """
            {"method": "POST", "path": "/api/resource/ToDo", "body": {"description": "x", "status": "none"}}""";

    @Test
    void answersEachPartAsItWouldHaveBeenAlone() {
        send("{\"requests\": [" + toDo("batch one") + ", {\"path\": \"/api/v2/document/ToDo?limit=1\"},"
                        + " {\"path\": \"/api/method/ping\"}]}")
                .statusCode(200)
                .body("data", hasSize(3))
                .body("data[0].status", equalTo(200))
                .body("data[0].etag", notNullValue())
                .body("data[0].body.data.description", equalTo("batch one"))
                .body("data[1].body.data", hasSize(1))
                .body("data[2].body.message", equalTo("pong"));
    }

    @Test
    void undoesAllPartsWhenOneFails() {
        send("{\"requests\": [" + toDo("batch undone") + "," + REFUSED + "]}")
                .statusCode(417)
                .body("failed_part", equalTo(1))
                .body("exc_type", equalTo("ValidationError"));
        assertThat(toDos("batch undone")).isZero();
    }

    @Test
    void keepsThePartsThatSucceedWhereEachIsOnItsOwn() {
        send("{\"atomic\": false, \"requests\": [" + toDo("batch kept") + "," + REFUSED + "]}")
                .statusCode(200)
                .body("data[0].status", equalTo(200))
                .body("data[1].status", equalTo(417))
                .body("data[1].body.exc_type", equalTo("ValidationError"));
        assertThat(toDos("batch kept")).isEqualTo(1);
    }

    @Test
    void laterPartsSeeWhatEarlierOnesWrote() {
        send("{\"requests\": [" + toDo("batch seen")
                        + ", {\"path\": \"/api/resource/ToDo?filters=%5B%5B%22description%22,%22=%22,%22batch seen%22%5D%5D\"}]}")
                .statusCode(200)
                .body("data[1].body.data", hasSize(1));
    }

    @Test
    void refusesWhatIsNoBatch() {
        send("{\"requests\": []}").statusCode(417).body("exc_type", equalTo("ValidationError"));
        send("{\"requests\": [{\"path\": \"/api/batch\"}]}").statusCode(417);
        send("{\"requests\": [{\"path\": \"/elsewhere\"}]}").statusCode(417);
        send("{\"requests\": [{\"path\": \"/api/method/ping\", \"method\": \"TRACE\"}]}")
                .statusCode(417)
                .body("exception", startsWith("frappe.exceptions.ValidationError: Request 0"));
    }
}
