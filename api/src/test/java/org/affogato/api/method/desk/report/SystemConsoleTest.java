package org.affogato.api.method.desk.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.affogato.api.json.Json;
import org.affogato.api.json.JsonWriter;
import org.affogato.api.method.desk.DeskUser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class SystemConsoleTest {
    private static ExtractableResponse<Response> run(DeskUser user, String type, String query) {
        String doc = JsonWriter.text(Map.of("doctype", "System Console", "type", type, "console", query, "commit", 1));
        return user.post("frappe.desk.doctype.system_console.system_console.execute_code", Map.of("doc", doc));
    }

    @Test
    void answersTheRowsOfAQueryAndKeepsWhatWasAsked() {
        DeskUser administrator = DeskUser.administrator();
        String query =
                "select name, enabled from `tabUser` where name = 'Guest' and '" + DeskUser.unique("x") + "' <> ''";
        var answer = run(administrator, "SQL", query);
        assertThat(Json.read(answer.<String>path("message.output")))
                .isEqualTo(List.of(Map.of("name", "Guest", "enabled", 1L)));
        assertThat(administrator
                        .get(
                                "frappe.client.get_count",
                                Map.of("doctype", "Console Log", "filters", JsonWriter.text(Map.of("script", query))))
                        .<Integer>path("message"))
                .isOne();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from `tabUser` where name = 'Guest'",
                "with a as (select 1) delete from `tabUser`",
                "select password from __Auth",
                "select 1; drop table `tabToDo`",
                "select * from `tabNope`",
                ""
            })
    void tellsWhatIsWrongWithAQuery(String query) {
        var answer = run(DeskUser.administrator(), "SQL", query);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.<String>path("message.output")).matches("(?s)\\w+Error: .+");
        assertThat(DeskUser.stored("User", "Guest", "enabled")).isEqualTo(1);
    }

    @Test
    void runsNoPython() {
        assertThat(run(DeskUser.administrator(), "Python", "1").statusCode()).isEqualTo(417);
    }

    @Test
    void isForSystemManagersOnly() {
        assertThat(run(DeskUser.ofTheDesk(), "SQL", "select 1").statusCode()).isEqualTo(403);
    }
}
