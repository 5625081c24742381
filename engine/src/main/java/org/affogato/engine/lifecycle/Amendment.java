package org.affogato.engine.lifecycle;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.affogato.engine.document.Document;
import org.affogato.engine.meta.Right;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.Documents;
import org.jspecify.annotations.Nullable;

/**
 * An amendment gets the attachments of the document it amends, as far as its author may read that. Frappe:
 * {@code copy_attachments_from_amended_from}.
 */
final class Amendment {
    void copyAttachments(Document document, Context context) {
        String amended = document.text("amended_from");
        if (amended.isEmpty() || !document.meta().has("amended_from") || !context.hasDoctype("File")) {
            return;
        }
        Optional<Document> source = context.documents().find(document.doctype(), amended);
        if (source.isEmpty() || !context.permissions().has(Right.READ, source.get())) {
            return;
        }
        Documents documents =
                context.with(context.flags().ignoringPermissions()).documents();
        for (Map<String, @Nullable Object> file : files(document.doctype(), amended, context)) {
            Map<String, @Nullable Object> values = new LinkedHashMap<>(file);
            values.put("attached_to_doctype", document.doctype());
            values.put("attached_to_name", document.name());
            values.put("folder", "Home/Attachments");
            documents.insert(documents.create("File", values));
        }
    }

    private static List<Map<String, @Nullable Object>> files(String doctype, String name, Context context) {
        return context.database()
                .query(
                        "SELECT `file_url`, `file_name`, `is_private` FROM `tabFile`"
                                + " WHERE `attached_to_doctype` = ? AND `attached_to_name` = ?",
                        doctype,
                        name);
    }
}
