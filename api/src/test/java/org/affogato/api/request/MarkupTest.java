package org.affogato.api.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.List;
import java.util.Map;
import org.affogato.api.method.desk.DeskUser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** No script gets into a text of a document, whatever state the caller says the document is in. */
@QuarkusTest
class MarkupTest {
    private static final String SCRIPT = "<script>steal()</script>";
    private static final List<Map<String, Object>> RIGHTS = List.of(Map.of(
            "role", "System Manager", "read", 1, "write", 1, "create", 1, "submit", 1, "cancel", 1, "delete", 1));

    private DeskUser administrator;
    private String doctype = "";

    @BeforeEach
    void makePapers() {
        administrator = DeskUser.administrator();
        String row = administrator.doctype(Map.of("istable", 1), List.of(field("text", "Small Text", "", 0)));
        doctype = administrator.doctype(
                Map.of("is_submittable", 1, "permissions", RIGHTS),
                List.of(
                        field("note", "Data", "", 0),
                        field("remark", "Small Text", "", 1),
                        field("lines", "Table", row, 1)));
    }

    private static Map<String, Object> field(String name, String type, String options, int allowOnSubmit) {
        return Map.of(
                "fieldname",
                name,
                "label",
                name,
                "fieldtype",
                type,
                "options",
                options,
                "allow_on_submit",
                allowOnSubmit);
    }

    private static Map<String, Object> row() {
        return Map.of("title", DeskUser.unique("row"), "text", SCRIPT);
    }

    private String made(Map<String, ?> values) {
        return administrator.insert(doctype, values);
    }

    private void change(String name, Map<String, ?> values) {
        administrator
                .request()
                .contentType(ContentType.JSON)
                .body(values)
                .put("/api/resource/{doctype}/{name}", doctype, name)
                .then()
                .statusCode(200);
    }

    private void assertHarmless(String name) {
        String document = administrator
                .request()
                .get("/api/resource/{doctype}/{name}", doctype, name)
                .asString();
        assertThat(document).contains("steal()").doesNotContain("<script");
    }

    @Test
    void aDocumentMadeAsSubmitted() {
        assertHarmless(made(Map.of("title", DeskUser.unique("a"), "note", SCRIPT, "docstatus", 1)));
        assertHarmless(made(Map.of("title", DeskUser.unique("a"), "lines", List.of(row()), "docstatus", 1)));
    }

    @Test
    void aDraftChangedAndSubmittedInOneSave() {
        String name = made(Map.of("title", DeskUser.unique("b"), "note", "plain"));
        change(name, Map.of("note", SCRIPT, "docstatus", 1));
        assertHarmless(name);
    }

    @Test
    void whatMayChangeAfterSubmit() {
        String name = made(Map.of("title", DeskUser.unique("c"), "docstatus", 1));
        change(name, Map.of("remark", SCRIPT));
        assertHarmless(name);
    }

    @Test
    void aRowAddedAfterSubmit() {
        String name = made(Map.of("title", DeskUser.unique("d"), "docstatus", 1));
        change(name, Map.of("lines", List.of(row())));
        assertHarmless(name);
    }

    @Test
    void whatIsSentAlongWithACancellation() {
        String name = made(Map.of("title", DeskUser.unique("e"), "note", "plain", "docstatus", 1));
        change(name, Map.of("note", SCRIPT, "remark", SCRIPT, "docstatus", 2));
        assertHarmless(name);
    }
}
