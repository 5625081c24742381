package org.affogato.api.request;

import static org.affogato.api.testing.Callers.administrator;
import static org.affogato.api.testing.Callers.toDos;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

@QuarkusTest
class IdempotencyKeysTest {
    private static Response write(String key, String description) {
        return administrator()
                .header("Idempotency-Key", key)
                .body("{\"description\": \"" + description + "\"}")
                .post("/api/resource/ToDo");
    }

    @Test
    void replaysTheAnswerOfTheFirst() {
        Response first = write("replayed", "written once");
        Response second = write("replayed", "written once");
        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(toDos("written once")).isEqualTo(1);
    }

    @Test
    void refusesTheKeyWithAnotherRequest() {
        write("reused", "first request").then().statusCode(200);
        write("reused", "second request").then().statusCode(422).body("exc_type", equalTo("IdempotencyKeyReused"));
        assertThat(toDos("second request")).isZero();
    }

    @Test
    void writesOnceThoughManySendAtOnce() throws InterruptedException, ExecutionException {
        List<Future<Response>> answers = new ArrayList<>();
        try (ExecutorService clients = Executors.newFixedThreadPool(12)) {
            for (int client = 0; client < 12; client++) {
                answers.add(clients.submit(() -> write("at once", "sent by twelve")));
            }
        }
        String first = answers.getFirst().get().asString();
        for (Future<Response> answer : answers) {
            assertThat(answer.get().asString()).isEqualTo(first);
        }
        assertThat(toDos("sent by twelve")).isEqualTo(1);
    }

    @Test
    void leavesNoKeyOfAWriteThatFailed() {
        administrator()
                .header("Idempotency-Key", "failed first")
                .body("{\"description\": \"x\", \"status\": \"none\"}")
                .post("/api/resource/ToDo")
                .then()
                .statusCode(417);
        write("failed first", "after a failure").then().statusCode(200);
    }
}
