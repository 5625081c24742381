package org.affogato.api.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.affogato.api.method.desk.DeskUser;
import org.affogato.api.testing.Callers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pages of a list by cursor, which rows that come or go in between do not shift. */
@QuarkusTest
class CursorTest {
    private DeskUser administrator;
    private String doctype;

    @BeforeEach
    void make() {
        administrator = DeskUser.administrator();
        doctype = administrator.doctype(
                Map.of(), List.of(Map.of("fieldname", "kind", "label", "Kind", "fieldtype", "Data")));
        List.of("c", "a", "e", "b", "d").forEach(this::insert);
    }

    private void insert(String title) {
        administrator.insert(doctype, Map.of("title", title, "kind", title.equals("e") ? "odd" : "even"));
    }

    private ExtractableResponse<Response> page(String cursor, Map<String, ?> parameters) {
        RequestSpecification asked =
                Callers.administrator().queryParam("cursor", cursor).queryParams(parameters);
        return asked.get("/api/resource/{doctype}", doctype).then().extract();
    }

    private List<String> names(Map<String, ?> parameters, Runnable between) {
        List<String> names = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            ExtractableResponse<Response> page = page(cursor, parameters);
            assertThat(page.statusCode()).as(page.asString()).isEqualTo(200);
            names.addAll(page.<List<String>>path("data.name"));
            cursor = page.header("X-Next-Cursor");
            between.run();
        }
        return names;
    }

    @Test
    void rowsThatComeInBetweenShiftNothing() {
        List<String> more = new ArrayList<>(List.of("x", "y", "z"));
        List<String> names = names(Map.of("limit", 2), () -> insert(more.removeFirst()));
        assertThat(names).containsExactly("d", "b", "e", "a", "c");
    }

    @Test
    void ordersByNameOrByTime() {
        assertThat(names(Map.of("limit", 2, "order_by", "name asc"), () -> {}))
                .containsExactly("a", "b", "c", "d", "e");
        assertThat(names(Map.of("limit", 3, "order_by", "`tab" + doctype + "`.`modified` asc"), () -> {}))
                .containsExactly("c", "a", "e", "b", "d");
    }

    @Test
    void filtersHoldOnEveryPage() {
        assertThat(names(Map.of("limit", 1, "filters", "{\"kind\": \"even\"}"), () -> {}))
                .containsExactly("d", "b", "a", "c");
        assertThat(names(Map.of("limit", 1, "filters", "[[\"kind\", \"like\", \"ev%\"]]"), () -> {}))
                .containsExactly("d", "b", "a", "c");
    }

    @Test
    void showsTheFieldsThatWereAskedFor() {
        ExtractableResponse<Response> page = page("", Map.of("limit", 2, "fields", "[\"kind\"]"));
        assertThat(page.<Map<String, Object>>path("data[0]")).containsOnlyKeys("kind");
        assertThat(page.header("X-Next-Cursor")).isNotEmpty();
        Callers.administrator()
                .get("/api/resource/{doctype}", doctype)
                .then()
                .statusCode(200)
                .header("X-Next-Cursor", nullValue());
    }

    @Test
    void versionTwoPagesAlike() {
        ExtractableResponse<Response> page = Callers.administrator()
                .queryParam("cursor", "")
                .queryParam("limit", 4)
                .get("/api/v2/document/{doctype}", doctype)
                .then()
                .extract();
        assertThat(page.<List<String>>path("data.name")).containsExactly("d", "b", "e", "a");
        assertThat(page.header("X-Next-Cursor")).isNotEmpty();
    }

    @Test
    void refusesWhatACursorCannotFollow() {
        assertThat(page("", Map.of("order_by", "kind asc")).statusCode()).isEqualTo(417);
        assertThat(page("", Map.of("or_filters", "{\"kind\": \"odd\"}")).statusCode())
                .isEqualTo(417);
        assertThat(page("no cursor", Map.of()).statusCode()).isEqualTo(417);
    }
}
