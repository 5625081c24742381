package org.affogato.doctypes.frappe.core.doctype.file;

import java.util.List;
import java.util.Locale;
import org.affogato.engine.document.Document;
import org.affogato.engine.error.AttachmentLimitReached;
import org.affogato.engine.error.FileTypeNotAllowed;
import org.affogato.engine.error.MaxFileSizeReachedError;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.FileStore;
import org.affogato.engine.spi.FileType;

/** What System Settings and the attached document's DocType say about files. */
final class FileRules {
    private static final long MEGABYTE = 1024 * 1024;

    private final Document settings;
    private final Context context;

    FileRules(Context context) {
        this.context = context;
        this.settings = context.documents().get("System Settings", "System Settings");
    }

    /** An ending that no type is known for has to be listed too. Frappe lets those pass. */
    void checkType(Document file) {
        List<String> allowed = settings.text("allowed_file_extensions")
                .toUpperCase(Locale.ROOT)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        String ending = FileType.ending(file.text("file_name")).toUpperCase(Locale.ROOT);
        if (allowed.isEmpty() || allowed.contains(ending) || allowed.contains(file.text("file_type"))) {
            return;
        }
        throw new FileTypeNotAllowed(
                "Files of type %s are not taken here".formatted(ending.isEmpty() ? "unknown" : ending));
    }

    void checkAttachmentLimit(Document file) {
        String doctype = file.text("attached_to_doctype");
        if (!FileAccess.isAttached(file) || !context.hasDoctype(doctype)) {
            return;
        }
        long limit = context.meta(doctype).attributes().integer("max_attachments");
        if (limit > 0 && attachments(file, limit) >= limit) {
            throw new AttachmentLimitReached("%s %s has %d attachments, the most it may have"
                            .formatted(doctype, file.text("attached_to_name"), limit))
                    .titled("Attachment Limit Reached");
        }
    }

    private long attachments(Document file, long limit) {
        return context.database()
                .query(
                        "SELECT name FROM {File} WHERE attached_to_doctype = ? AND attached_to_name = ? LIMIT ?",
                        file.text("attached_to_doctype"),
                        file.text("attached_to_name"),
                        limit)
                .size();
    }

    void checkSize(long size, FileStore store) {
        long limit = store.sizeLimit(context);
        if (size > limit) {
            throw new MaxFileSizeReachedError(
                    "The file is larger than the %s MB that are taken".formatted((double) limit / MEGABYTE));
        }
        if (size == 0) {
            throw new ValidationError("The file is empty");
        }
    }

    boolean stripsMetadata() {
        return settings.check("strip_exif_metadata_from_uploaded_images");
    }
}
