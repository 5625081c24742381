package org.affogato.doctypes.frappe.core.doctype.communication;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.affogato.engine.document.Document;
import org.affogato.engine.meta.Right;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.Documents;
import org.jspecify.annotations.Nullable;

/** Files that go with a message: stored ones, by their names, which the caller must be able to read. */
final class Attachments {
    private final Context context;
    private final Document message;

    Attachments(Context context, Document message) {
        this.context = context;
        this.message = message;
    }

    void add(List<?> files) {
        files.stream().filter(String.class::isInstance).forEach(name -> attach(name.toString()));
    }

    private void attach(String name) {
        Document file = context.documents().get("File", name);
        context.permissions().check(Right.READ, file);
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("file_name", file.get("file_name"));
        values.put("file_url", file.get("file_url"));
        values.put("is_private", file.get("is_private"));
        values.put("attached_to_doctype", message.doctype());
        values.put("attached_to_name", message.name());
        values.put("folder", "Home/Attachments");
        Documents documents =
                context.with(context.flags().ignoringPermissions()).documents();
        documents.insert(documents.createWithDefaults("File", values));
    }
}
