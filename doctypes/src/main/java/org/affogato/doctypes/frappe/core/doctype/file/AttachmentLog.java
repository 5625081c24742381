package org.affogato.doctypes.frappe.core.doctype.file;

import org.affogato.doctypes.frappe.core.doctype.comment.Timeline;
import org.affogato.engine.document.DocRef;
import org.affogato.engine.document.Document;
import org.affogato.engine.spi.Context;

/** Tells the timeline of a document what was attached to it and what was taken away. */
final class AttachmentLog {
    private final Context context;

    AttachmentLog(Context context) {
        this.context = context;
    }

    void added(Document file) {
        String name = escaped(file.text("file_name"));
        String link = escaped(UrlEscapes.encoded(file.text("file_url")));
        String lock = file.check("is_private") ? " <i class=\"fa fa-lock text-warning\"></i>" : "";
        add(file, "Attachment", "Added <a href='" + link + "' target='_blank'>" + name + "</a>" + lock);
    }

    void removed(Document file) {
        add(file, "Attachment Removed", "Removed " + escaped(file.text("file_name")));
    }

    /** A document that is not there, or not there yet, has no timeline. */
    private void add(Document file, String type, String text) {
        String doctype = file.text("attached_to_doctype");
        String name = file.text("attached_to_name");
        if (FileAccess.isAttached(file)
                && context.hasDoctype(doctype)
                && context.documents().exists(doctype, name)) {
            new Timeline(context).add(new DocRef(doctype, name), type, text);
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("'", "&#39;")
                .replace("\"", "&quot;");
    }
}
