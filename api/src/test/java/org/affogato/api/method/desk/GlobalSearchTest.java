package org.affogato.api.method.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.affogato.engine.Engine;
import org.affogato.engine.spi.Context;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The search over all documents: it follows them, and shows each only to those who may read it. */
@QuarkusTest
class GlobalSearchTest {
    private static final String SEARCH = "frappe.utils.global_search.search";

    @Inject
    Engine engine;

    private DeskUser admin;

    @BeforeEach
    void open() {
        admin = DeskUser.administrator();
    }

    /** A word that no other test has. */
    private static String word() {
        return "w" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    }

    private static List<String> found(DeskUser user, String text) {
        return user.get(SEARCH, Map.of("text", text)).path("message.name");
    }

    private String note(String title, boolean open) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("title", title);
        values.put("content", "<p>About " + title + " &amp; more</p>");
        values.put("public", open ? 1 : 0);
        return admin.insert("Note", values);
    }

    @Test
    void followsADocument() {
        String first = word();
        String name = note(first, true);
        assertThat(found(admin, first)).containsExactly(name);

        String second = word();
        admin.request()
                .contentType(ContentType.JSON)
                .body(Map.of("content", "Now " + second))
                .put("/api/resource/Note/{name}", name)
                .then()
                .statusCode(200);
        assertThat(found(admin, second)).containsExactly(name);

        admin.request().delete("/api/resource/Note/{name}", name).then().statusCode(202);
        assertThat(found(admin, second)).isEmpty();
    }

    @Test
    void followsANewName() {
        String word = word();
        String name = admin.insert("Contact", Map.of("first_name", word));
        String renamed = word();

        admin.post("frappe.rename_doc", Map.of("doctype", "Contact", "old", name, "new", renamed));

        assertThat(found(admin, word)).containsExactly(renamed);
    }

    @Test
    void labelsWhatItFound() {
        String word = word();
        note(word, true);

        List<Map<String, Object>> found =
                admin.get(SEARCH, Map.of("text", word)).path("message");

        assertThat(found).hasSize(1);
        assertThat(found.getFirst()).containsEntry("doctype", "Note");
        assertThat(found.getFirst().get("content").toString()).contains("Content : About " + word + " & more");
        assertThat(admin.get(SEARCH, Map.of("text", word, "doctype", "ToDo")).<List<?>>path("message"))
                .isEmpty();
    }

    @Test
    void showsNobodyWhatTheyMayNotRead() {
        String word = word();
        String secret = note(word, false);
        String open = note(word + " open", true);
        DeskUser alice = DeskUser.with("Desk User");

        assertThat(found(admin, word)).containsExactlyInAnyOrder(secret, open);
        assertThat(found(alice, word)).containsExactly(open);
    }

    @Test
    void knowsNothingOfWhatWasRolledBack() {
        String word = word();

        engine.runAndRollBack(
                Context.ADMINISTRATOR,
                context -> context.documents()
                        .insert(context.documents()
                                .create("Note", Map.of("title", word, "content", word, "public", 1L))));

        assertThat(rows("Note", word)).isZero();
    }

    private long rows(String doctype, String name) {
        return engine.run(
                Context.ADMINISTRATOR,
                context -> context.database()
                        .query(
                                "SELECT COUNT(*) FROM `__global_search` WHERE `doctype` = ? AND `name` = ?",
                                List.of(doctype, name),
                                row -> row.getLong(1))
                        .getFirst());
    }

    @Test
    void leavesOutFieldsOfHigherLevels() {
        String doctype = admin.doctype(
                Map.of(),
                List.of(
                        Map.of("fieldname", "open", "fieldtype", "Data", "label", "Open", "in_global_search", 1),
                        Map.of(
                                "fieldname", "closed",
                                "fieldtype", "Data",
                                "label", "Closed",
                                "permlevel", 1,
                                "in_global_search", 1)));
        String name = admin.insert(doctype, Map.of("title", word(), "open", "seen", "closed", "hidden"));

        String content = engine.run(
                Context.ADMINISTRATOR,
                context -> context.database()
                        .query(
                                "SELECT `content` FROM `__global_search` WHERE `doctype` = ? AND `name` = ?",
                                List.of(doctype, name),
                                row -> row.getString(1))
                        .getFirst());

        assertThat(content).isEqualTo("Open : seen");
    }

    @Test
    void isFilledAnew() {
        String word = word();
        String name = note(word, true);
        engine.run(
                Context.ADMINISTRATOR,
                context -> context.database()
                        .execute("DELETE FROM `__global_search` WHERE `doctype` = 'Note' AND `name` = ?", name));
        assertThat(found(admin, word)).isEmpty();

        assertThat(admin.post("frappe.utils.global_search.rebuild_for_doctype", Map.of("doctype", "Note"))
                        .statusCode())
                .isEqualTo(200);

        assertThat(found(admin, word)).containsExactly(name);
        assertThat(DeskUser.with()
                        .post("frappe.utils.global_search.rebuild_for_doctype", Map.of("doctype", "Note"))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void showsGuestsWhatIsPublished() {
        String word = word();
        String name = note(word, true);
        String method = "/api/method/frappe.utils.global_search.web_search?text=" + word;
        assertThat(RestAssured.get(method).<List<?>>path("message")).isEmpty();

        engine.run(
                Context.ADMINISTRATOR,
                context -> context.database()
                        .execute(
                                "UPDATE `__global_search` SET `published` = 1, `route` = 'about/us', `title` = ? WHERE `name` = ?",
                                "All about " + word,
                                name));

        assertThat(RestAssured.get(method).<List<String>>path("message.route")).containsExactly("about/us");
        assertThat(RestAssured.get(method).<List<Integer>>path("message.relevance"))
                .containsExactly(1);
        assertThat(RestAssured.get(method + "&scope=blog").<List<?>>path("message"))
                .isEmpty();
    }

    @Test
    void refusesDocTypesOfTheCoreAndRepeatedOnes() {
        String settings = "/api/resource/Global Search Settings/Global Search Settings";

        for (List<String> rows : List.of(List.of("User"), List.of("ToDo", "ToDo"))) {
            admin.request()
                    .contentType(ContentType.JSON)
                    .body(Map.of(
                            "allowed_in_global_search",
                            rows.stream()
                                    .map(row -> Map.of("document_type", row))
                                    .toList()))
                    .put(settings)
                    .then()
                    .statusCode(417);
        }
        assertThat(admin.post(
                                "frappe.desk.doctype.global_search_settings.global_search_settings"
                                        + ".reset_global_search_settings_doctypes",
                                Map.of())
                        .statusCode())
                .isEqualTo(200);
    }
}
