package org.affogato.engine.lifecycle;

import java.util.List;
import org.affogato.engine.db.SqlText;
import org.affogato.engine.document.Document;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.DeleteOptions;
import org.affogato.engine.spi.Documents;

/** What was said, shared, assigned and attached to a document, and goes with it. Frappe: {@code delete_dynamic_links}. */
final class Companions {
    /** A DocType whose rows name a document by two fields. */
    private record Companion(String doctype, String typeField, String nameField) {}

    private static final List<Companion> DELETED = List.of(
            new Companion("ToDo", "reference_type", "reference_name"),
            new Companion("Email Unsubscribe", "reference_doctype", "reference_name"),
            new Companion("DocShare", "share_doctype", "share_name"),
            new Companion("Version", "ref_doctype", "docname"),
            new Companion("Comment", "reference_doctype", "reference_name"),
            new Companion("View Log", "reference_doctype", "reference_name"),
            new Companion("Document Follow", "ref_doctype", "ref_docname"),
            new Companion("Notification Log", "document_type", "document_name"),
            new Companion("Tag Link", "document_type", "document_name"),
            new Companion("Communication Link", "link_doctype", "link_name"));
    private static final List<Companion> UNLINKED = List.of(
            new Companion("Communication", "reference_doctype", "reference_name"),
            new Companion("Activity Log", "reference_doctype", "reference_name"),
            new Companion("Activity Log", "timeline_doctype", "timeline_name"));

    void remove(Document document, DeleteOptions options, Context context) {
        removeFiles(document, options, context);
        for (Companion companion : DELETED) {
            if (context.hasDoctype(companion.doctype())) {
                run("DELETE FROM %1$s WHERE %2$s = ? AND %3$s = ?", companion, document, context);
            }
        }
        for (Companion companion : UNLINKED) {
            if (context.hasDoctype(companion.doctype())) {
                run(
                        "UPDATE %1$s SET %2$s = NULL, %3$s = NULL WHERE %2$s = ? AND %3$s = ?",
                        companion, document, context);
            }
        }
        if (context.hasDoctype("DocShare")) {
            context.touch("shares");
        }
    }

    private static void run(String sql, Companion companion, Document document, Context context) {
        context.database()
                .execute(
                        sql.formatted(
                                SqlText.quote("tab" + companion.doctype()),
                                SqlText.quote(companion.typeField()),
                                SqlText.quote(companion.nameField())),
                        document.doctype(),
                        document.name());
    }

    private static void removeFiles(Document document, DeleteOptions options, Context context) {
        if (!context.hasDoctype("File") || document.doctype().equals("File")) {
            return;
        }
        Documents documents =
                context.with(context.flags().ignoringPermissions()).documents();
        DeleteOptions each = new DeleteOptions(options.force(), true, options.permanently());
        context.database()
                .query(
                        "SELECT `name` FROM `tabFile` WHERE `attached_to_doctype` = ? AND `attached_to_name` = ?",
                        List.of(document.doctype(), document.name()),
                        row -> row.getString(1))
                .forEach(file -> documents.delete("File", file, each));
    }
}
