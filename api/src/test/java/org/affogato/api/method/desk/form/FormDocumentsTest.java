package org.affogato.api.method.desk.form;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.affogato.api.method.desk.DeskUser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FormDocumentsTest {
    private static final String GETDOC = "frappe.desk.form.load.getdoc";

    private DeskUser administrator;

    @BeforeEach
    void signIn() {
        administrator = DeskUser.administrator();
    }

    @Test
    void remembersWhoOpenedADocument() {
        String doctype = administrator.doctype(Map.of("track_seen", 1, "track_views", 1), List.of());
        String name = administrator.insert(doctype, Map.of("title", DeskUser.unique("seen")));
        DeskUser reader = DeskUser.with("System Manager");
        reader.get(GETDOC, Map.of("doctype", doctype, "name", name));
        var again = reader.get(GETDOC, Map.of("doctype", doctype, "name", name));
        assertThat(DeskUser.stored(doctype, name, "_seen")).asString().contains(reader.name());
        assertThat(again.<List<String>>path("docinfo.views.owner")).containsExactly(reader.name(), reader.name());
    }

    @Test
    void opensTheNextAndThePreviousDocumentThatTheCallerMayRead() {
        String doctype = administrator.doctype(Map.of(), List.of());
        String start = DeskUser.unique("step");
        List.of(" a", " b", " c").forEach(end -> administrator.insert(doctype, Map.of("title", start + end)));
        assertThat(next(doctype, start + " b", 0)).isEqualTo(start + " c");
        assertThat(next(doctype, start + " b", 1)).isEqualTo(start + " a");
        assertThat(next(doctype, start + " c", 0)).isNull();
    }

    private String next(String doctype, String name, int prev) {
        return administrator
                .get(
                        "frappe.desk.form.utils.get_next",
                        Map.of(
                                "doctype",
                                doctype,
                                "value",
                                name,
                                "prev",
                                prev,
                                "sort_field",
                                "title",
                                "sort_order",
                                "asc"))
                .path("message");
    }

    @Test
    void rendersCommentsThatAreMarkdown() {
        String doctype = administrator.doctype(Map.of(), List.of());
        String name = administrator.insert(doctype, Map.of("title", DeskUser.unique("said")));
        administrator.insert(
                "Comment",
                Map.of(
                        "comment_type",
                        "Comment",
                        "reference_doctype",
                        doctype,
                        "reference_name",
                        name,
                        "content",
                        "first **bold**"));
        assertThat(administrator
                        .get(GETDOC, Map.of("doctype", doctype, "name", name))
                        .<String>path("docinfo.comments[0].content"))
                .isEqualTo("<p>first <strong>bold</strong></p>\n");
    }

    @Test
    void tellsTheNameThatANewDocumentHadInTheForm() {
        String doctype = administrator.doctype(Map.of(), List.of());
        String title = DeskUser.unique("fresh");
        Map<String, ?> doc = Map.of("doctype", doctype, "name", "new-paper-1", "__islocal", 1, "title", title);
        var saved = administrator.post("frappe.desk.form.save.savedocs", Map.of("doc", doc, "action", "Save"));
        assertThat(saved.<String>path("docs[0].name")).isEqualTo(title);
        assertThat(saved.<String>path("docs[0].localname")).isEqualTo("new-paper-1");
        assertThat(saved.<Map<String, ?>>path("docinfo")).containsKeys("permissions", "shared", "user_info");
    }

    @Test
    void wantsTheRightToReadForWhatStandsAroundADocument() {
        String doctype = administrator.doctype(Map.of(), List.of());
        String name = administrator.insert(doctype, Map.of("title", DeskUser.unique("closed")));
        DeskUser stranger = DeskUser.with();
        Map<String, ?> place = Map.of("doctype", doctype, "name", name);
        List.of(GETDOC, "frappe.desk.form.load.get_docinfo", "frappe.desk.form.load.get_communications")
                .forEach(method ->
                        assertThat(stranger.get(method, place).statusCode()).isEqualTo(403));
    }

    @Test
    void tellsOfMailsThatReferToADocumentOrAreLinkedToItOnceEach() {
        String doctype = administrator.doctype(Map.of(), List.of());
        String name = administrator.insert(doctype, Map.of("title", DeskUser.unique("mailed")));
        Map<String, ?> link = Map.of("link_doctype", doctype, "link_name", name);
        mail("linked", Map.of("timeline_links", List.of(link)));
        mail("both", Map.of("reference_doctype", doctype, "reference_name", name, "timeline_links", List.of(link)));
        mail("elsewhere", Map.of());
        assertThat(administrator
                        .get(GETDOC, Map.of("doctype", doctype, "name", name))
                        .<List<String>>path("docinfo.communications.subject"))
                .containsExactly("both", "linked");
    }

    private void mail(String subject, Map<String, ?> place) {
        Map<String, Object> values = new LinkedHashMap<>(place);
        values.put("subject", subject);
        values.put("communication_type", "Communication");
        values.put("content", "Good day");
        administrator.insert("Communication", values);
    }
}
