package org.affogato.doctypes.frappe.core.doctype.file;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.affogato.engine.document.Document;
import org.affogato.engine.error.PermissionError;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.meta.DocField;
import org.affogato.engine.spi.App.DocEventListener;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.DocEvent;
import org.affogato.engine.spi.FilePath;

/**
 * A file that a field of a document names is attached to the document, so that who may read that may read the file;
 * only files that the one who saves may read. Frappe: {@code attach_files_to_document}.
 */
public final class AttachFields implements DocEventListener {
    @Override
    public String doctype() {
        return "*";
    }

    @Override
    public DocEvent event() {
        return DocEvent.ON_UPDATE;
    }

    @Override
    public void on(Document document, Context context) {
        for (DocField field : document.meta().columnFields()) {
            if (isAttach(field) && document.hasChanged(field.fieldname())) {
                FilePath.of(document.text(field.fieldname()))
                        .ifPresent(path -> attach(path, field.fieldname(), document, context));
            }
        }
    }

    static boolean isAttach(DocField field) {
        return field.fieldtype().equals("Attach") || field.fieldtype().equals("Attach Image");
    }

    private static void attach(FilePath path, String fieldname, Document document, Context context) {
        List<Document> files = new FileRows(context).naming(path);
        boolean attached = files.stream().anyMatch(file -> isAttached(file, document, fieldname));
        if (attached || !FileRows.isReadable(path, files, context)) {
            return;
        }
        Optional<Document> free = files.stream().filter(AttachFields::isFree).findFirst();
        if (free.isPresent()) {
            give(free.get(), fieldname, document, context);
        } else {
            add(path, fieldname, document, context);
        }
    }

    private static boolean isAttached(Document file, Document document, String fieldname) {
        return file.text("attached_to_doctype").equals(document.doctype())
                && file.text("attached_to_name").equals(document.name())
                && file.text("attached_to_field").equals(fieldname);
    }

    private static boolean isFree(Document file) {
        return file.text("attached_to_doctype").isEmpty()
                && file.text("attached_to_name").isEmpty()
                && file.text("attached_to_field").isEmpty();
    }

    private static void give(Document file, String fieldname, Document document, Context context) {
        context.database()
                .execute(
                        "UPDATE {File} SET attached_to_doctype = ?, attached_to_name = ?, attached_to_field = ?,"
                                + " modified = ?, modified_by = ? WHERE name = ?",
                        document.doctype(),
                        document.name(),
                        fieldname,
                        context.now(),
                        context.user(),
                        file.name());
    }

    /** Nobody's save fails because a file could not be attached: the field holds its URL all the same. */
    private static void add(FilePath path, String fieldname, Document document, Context context) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("file_url", path.url());
        values.put("is_private", path.isPrivate() ? 1L : 0L);
        values.put("attached_to_doctype", document.doctype());
        values.put("attached_to_name", document.name());
        values.put("attached_to_field", fieldname);
        values.put("folder", Folders.attachments(context));
        Context relaxed = context.with(context.flags().ignoringPermissions());
        try {
            context.database()
                    .savepoint(
                            () -> relaxed.documents().insert(relaxed.documents().create("File", values)));
        } catch (ValidationError | PermissionError refused) {
            // such as a full document, or a file that is gone
        }
    }
}
