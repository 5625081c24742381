package org.affogato.doctypes.frappe.core.doctype.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.affogato.engine.document.Document;
import org.affogato.engine.error.PermissionError;
import org.affogato.engine.meta.Right;
import org.affogato.engine.spi.Argument;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.FilePath;
import org.affogato.engine.spi.Requires;
import org.affogato.engine.spi.Whitelisted;
import org.affogato.engine.spi.WhitelistedMethods;
import org.jspecify.annotations.Nullable;

/** Attaches files to documents over RPC. */
public final class AttachmentMethods implements WhitelistedMethods {
    /** Attaches a content that comes as text, perhaps in base64, and names it in a field where one is given. */
    @Whitelisted(
            value = "frappe.client.attach_file",
            verbs = {"POST", "PUT"})
    @Requires(right = "write", nameArgument = "docname")
    public Document attachFile(
            Context context,
            String doctype,
            String docname,
            @Nullable String filename,
            @Nullable String filedata,
            @Nullable String folder,
            @Argument(value = "decode_base64", otherwise = "0") boolean decodeBase64,
            @Argument(otherwise = "0") boolean isPrivate,
            @Nullable String docfield) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("file_name", filename);
        values.put("attached_to_doctype", doctype);
        values.put("attached_to_name", docname);
        values.put("attached_to_field", docfield);
        values.put("folder", folder);
        values.put("is_private", isPrivate ? 1L : 0L);
        values.put("content", filedata);
        values.put("decode", decodeBase64 ? 1L : 0L);
        Document file = context.documents().insert(context.documents().create("File", values));
        if (docfield != null && !docfield.isEmpty()) {
            Document document = context.documents().getForUpdate(doctype, docname);
            context.documents().save(document.set(docfield, file.get("file_url")));
        }
        return file;
    }

    /** Attaches files that are there already to another document. */
    @Whitelisted("frappe.utils.file_manager.add_attachments")
    @Requires(right = "write", nameArgument = "name")
    public List<Document> addAttachments(Context context, String doctype, String name, List<?> attachments) {
        List<Document> added = new ArrayList<>();
        for (Object attachment : attachments) {
            if (attachment instanceof String fid) {
                added.add(add(context.documents().get("File", fid), doctype, name, context));
            }
        }
        return added;
    }

    private static Document add(Document file, String doctype, String name, Context context) {
        if (!context.permissions().has(Right.READ, file)) {
            throw new PermissionError("No permission to read the file " + file.name());
        }
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("file_url", file.get("file_url"));
        values.put("file_name", file.get("file_name"));
        values.put(
                "is_private",
                FilePath.of(file.text("file_url")).filter(FilePath::isPrivate).isPresent() ? 1L : 0L);
        values.put("attached_to_doctype", doctype);
        values.put("attached_to_name", name);
        values.put("folder", Folders.attachments(context));
        return context.documents().insert(context.documents().create("File", values));
    }
}
