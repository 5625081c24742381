package org.affogato.api.file;

import java.util.List;
import java.util.Map;
import org.affogato.api.method.desk.DeskUser;
import org.jspecify.annotations.Nullable;

/** A DocType that files are attached to, and somebody of each kind of rights. */
final class FileSite {
    private static @Nullable FileSite site;

    final FileCalls administrator;
    final FileCalls writer;
    final FileCalls reader;
    /** A user of the desk without a right on the DocType. */
    final FileCalls other;

    /** With a title, the Attach {@code paper}, the Attach Image {@code picture}, the Text Editor {@code body}. */
    final String doctype;

    private final DeskUser desk = DeskUser.administrator();

    private FileSite() {
        String reads = role("Reader");
        String writes = role("Writer");
        doctype = doctype(
                0,
                List.of(
                        Map.of("role", reads, "read", 1, "write", 0, "create", 0, "delete", 0),
                        Map.of("role", writes, "read", 1, "write", 1, "create", 1, "delete", 1)));
        administrator = FileCalls.of(desk);
        writer = FileCalls.of(DeskUser.with(writes));
        reader = FileCalls.of(DeskUser.with(reads));
        other = FileCalls.of(DeskUser.with(role("Outsider")));
    }

    /** Made by the first test: only then is it known where the application listens. */
    static synchronized FileSite site() {
        if (site == null) {
            site = new FileSite();
        }
        return site;
    }

    private String role(String start) {
        return desk.insert("Role", Map.of("role_name", DeskUser.unique(start), "desk_access", 1));
    }

    /**
     * @param most attachments of one document; 0 for any number
     */
    String doctype(int most, List<Map<String, ?>> permissions) {
        return desk.doctype(
                Map.of("permissions", permissions, "max_attachments", most, "allow_rename", 1),
                List.of(
                        Map.of("fieldname", "paper", "fieldtype", "Attach", "label", "Paper"),
                        Map.of("fieldname", "picture", "fieldtype", "Attach Image", "label", "Picture"),
                        Map.of("fieldname", "body", "fieldtype", "Text Editor", "label", "Body")));
    }

    /** The name of a new document. */
    String document() {
        return desk.insert(doctype, Map.of("title", DeskUser.unique("Paper")));
    }

    /** Changes a value of System Settings. */
    void set(String field, Object value) {
        desk.post(
                "frappe.client.set_value",
                Map.of("doctype", "System Settings", "name", "System Settings", "fieldname", field, "value", value));
    }

    /** Rows of Files. */
    List<Map<String, Object>> files(Map<String, String> filters, String... fields) {
        return desk.post(
                        "frappe.client.get_list",
                        Map.of("doctype", "File", "fields", List.of(fields), "filters", filters))
                .path("message");
    }
}
