package org.affogato.doctypes.frappe.core.doctype.comment;

import java.util.LinkedHashMap;
import java.util.Map;
import org.affogato.engine.document.DocRef;
import org.affogato.engine.document.Document;
import org.affogato.engine.spi.Context;

/** Writes what happened to a document into its timeline. Frappe: {@code Document.add_comment}. */
public final class Timeline {
    private final Context context;

    public Timeline(Context context) {
        this.context = context;
    }

    /** Adds an entry in the calling user's name, whatever rights that user has on Comment. */
    public Document add(DocRef place, String type, String text) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("comment_type", type);
        values.put("comment_email", context.user());
        values.put("reference_doctype", place.doctype());
        values.put("reference_name", place.name());
        values.put("content", text);
        Context relaxed = context.with(context.flags().ignoringPermissions());
        return relaxed.documents().insert(relaxed.documents().create("Comment", values));
    }

    /** How a user is called; the user's name where no full name is known. */
    public String fullName(String user) {
        Object known = context.documents().value("User", user, "full_name");
        return known == null || known.toString().isEmpty() ? user : known.toString();
    }
}
