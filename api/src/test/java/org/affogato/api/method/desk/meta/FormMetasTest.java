package org.affogato.api.method.desk.meta;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.affogato.api.method.desk.DeskUser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FormMetasTest {
    private static final String GET = "frappe.desk.form.load.getdoctype";

    private DeskUser administrator;

    @BeforeEach
    void signIn() {
        administrator = DeskUser.administrator();
    }

    private String stamp(String doctype) {
        return administrator.get(GET, Map.of("doctype", doctype)).path("docs[0].modified");
    }

    private String answer(String doctype, String stamp) {
        return administrator
                .get(GET, Map.of("doctype", doctype, "cached_timestamp", stamp))
                .path("message");
    }

    @Test
    void sendsNothingToWhoKeepsTheAnswer() {
        String doctype = administrator.doctype(Map.of(), List.of());
        assertThat(answer(doctype, stamp(doctype))).isEqualTo("use_cache");
        assertThat(answer(doctype, "2020-01-01 00:00:00.000000")).isNull();
    }

    @Test
    void sendsAllAgainOnceACustomFieldCameOrWent() {
        String doctype = administrator.doctype(Map.of(), List.of());
        String first = stamp(doctype);
        String field = administrator.insert(
                "Custom Field", Map.of("dt", doctype, "fieldname", "extra", "label", "Extra", "fieldtype", "Data"));
        String second = stamp(doctype);
        assertThat(answer(doctype, first)).isNull();
        assertThat(answer(doctype, second)).isEqualTo("use_cache");
        administrator.post("frappe.client.delete", Map.of("doctype", "Custom Field", "name", field));
        assertThat(answer(doctype, second)).isNull();
    }

    @Test
    void sendsAllAgainOnceAScriptOrAChildTableChanged() {
        String child = DeskUser.unique("Desk Row");
        List<Map<String, String>> fields = List.of(Map.of("fieldname", "what", "fieldtype", "Data", "label", "What"));
        administrator.insert(
                "DocType", Map.of("name", child, "module", "Custom", "custom", 1, "istable", 1, "fields", fields));
        String doctype = administrator.doctype(
                Map.of(),
                List.of(Map.of("fieldname", "rows", "fieldtype", "Table", "label", "Rows", "options", child)));
        String first = stamp(doctype);
        administrator.insert(
                "Custom Field", Map.of("dt", child, "fieldname", "extra", "label", "Extra", "fieldtype", "Data"));
        String second = stamp(doctype);
        assertThat(second).isNotEqualTo(first);
        administrator.insert(
                "Client Script",
                Map.of("__newname", doctype, "dt", doctype, "view", "Form", "enabled", 1, "script", "let a = 1"));
        assertThat(answer(doctype, second)).isNull();
        assertThat(administrator.get(GET, Map.of("doctype", doctype)).<String>path("docs[0].__custom_js"))
                .contains("let a = 1");
    }

    @Test
    void groupsTheDocTypesThatPointHere() {
        String part = administrator.doctype(
                Map.of(), List.of(Map.of("fieldname", "whole", "fieldtype", "Data", "label", "Whole")));
        List<Map<String, String>> links =
                List.of(Map.of("link_doctype", part, "link_fieldname", "whole", "group", "Parts"));
        String doctype = administrator.doctype(Map.of("links", links), List.of());
        var dashboard = administrator.get(GET, Map.of("doctype", doctype));
        assertThat(dashboard.<String>path("docs[0].__dashboard.transactions[0].label"))
                .isEqualTo("Parts");
        assertThat(dashboard.<List<String>>path("docs[0].__dashboard.transactions[0].items"))
                .containsExactly(part);
        assertThat(dashboard.<Map<String, String>>path("docs[0].__dashboard.non_standard_fieldnames"))
                .containsEntry(part, "whole");
    }
}
