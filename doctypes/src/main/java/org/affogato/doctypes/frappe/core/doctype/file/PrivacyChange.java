package org.affogato.doctypes.frappe.core.doctype.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.affogato.engine.document.Document;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.meta.DocField;
import org.affogato.engine.meta.Right;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.FilePath;
import org.affogato.engine.spi.FileStore;

/**
 * A file was made private or public: its content moves, and with it the other Files of that content that the caller
 * may change, and the field of the attached document.
 */
final class PrivacyChange {
    private final Document file;
    private final FileStore store;
    private final Context context;

    PrivacyChange(Document file, FileStore store, Context context) {
        this.file = file;
        this.store = store;
        this.context = context;
    }

    void apply() {
        Optional<FilePath> from = FilePath.of(file.text("file_url"));
        if (from.isEmpty() || from.get().isPrivate() == file.check("is_private")) {
            return; // on the web, or the caller named the new URL
        }
        String old = from.get().url();
        List<Document> others = new FileRows(context).naming(from.get());
        file.set("file_url", moved(from.get()).url());
        FilePath.of(file.text("thumbnail_url"))
                .filter(store::exists)
                .ifPresent(small -> file.set("thumbnail_url", moved(small).url()));
        take(others);
        updateField(old);
    }

    /** The old content goes with the commit if no File names it any more. */
    private FilePath moved(FilePath from) {
        if (!store.exists(from)) {
            throw new ValidationError("The file %s does not exist".formatted(from));
        }
        FilePath wanted = new FilePath(!from.isPrivate(), from.name());
        FilePath to = FileName.claim(wanted, file.text("content_hash"), path -> store.copy(from, path, context));
        store.remove(from, context);
        return to;
    }

    private void take(List<Document> others) {
        List<List<Object>> rows = new ArrayList<>();
        for (Document other : others) {
            if (!other.name().equals(file.name()) && context.permissions().has(Right.WRITE, other)) {
                rows.add(List.of(file.text("file_url"), file.integer("is_private"), other.name()));
            }
        }
        context.database().executeBatch("UPDATE {File} SET file_url = ?, is_private = ? WHERE name = ?", rows);
    }

    private void updateField(String old) {
        Optional<Document> document = new FileAccess(context).attachedTo(file);
        if (document.isEmpty()) {
            return;
        }
        fieldOf(document.get(), old).ifPresent(fieldname -> {
            file.set("attached_to_field", fieldname);
            Map<String, Object> values = new LinkedHashMap<>();
            values.put(fieldname, file.text("file_url"));
            context.documents().setValues(document.get(), values, true);
        });
    }

    private Optional<String> fieldOf(Document document, String old) {
        String known = file.text("attached_to_field");
        if (!known.isEmpty()) {
            return document.meta().isColumn(known) ? Optional.of(known) : Optional.empty();
        }
        return document.meta().columnFields().stream()
                .map(DocField::fieldname)
                .filter(fieldname -> old.equals(document.get(fieldname)))
                .findFirst();
    }
}
