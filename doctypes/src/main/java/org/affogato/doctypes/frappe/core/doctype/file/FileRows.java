package org.affogato.doctypes.frappe.core.doctype.file;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.affogato.engine.document.Document;
import org.affogato.engine.meta.Meta;
import org.affogato.engine.meta.Right;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.FilePath;
import org.affogato.engine.spi.FileStore;
import org.jspecify.annotations.Nullable;

/** The File documents that name a content. Contents know large and small letters apart, the database does not. */
final class FileRows {
    private final Context context;

    FileRows(Context context) {
        this.context = context;
    }

    /** Those that name the content, held until the transaction ends so that it stays. */
    List<Document> naming(FilePath path) {
        return find("file_url", path.url()).stream().filter(this::hold).toList();
    }

    /** Whether the caller may hand a content on that these files name: everybody may that of a public file. */
    static boolean isReadable(FilePath path, List<Document> files, Context context) {
        return !path.isPrivate()
                || context.isAdministrator()
                || context.flags().ignorePermissions()
                || files.stream().anyMatch(file -> context.permissions().has(Right.READ, file));
    }

    /**
     * A File with the same content on the same side of the rights, held until the transaction ends so that its content
     * stays. One that somebody else is just deleting is waited for, then passed by.
     */
    Optional<Document> twin(String hash, boolean isPrivate, FileStore store) {
        return find("content_hash", hash).stream()
                .filter(file -> file.check("is_private") == isPrivate)
                .filter(file ->
                        FilePath.of(file.text("file_url")).filter(store::exists).isPresent())
                .filter(this::hold)
                .findFirst();
    }

    private boolean hold(Document file) {
        List<String> held = context.database()
                .query(
                        "SELECT file_url FROM {File} WHERE name = ? FOR UPDATE",
                        List.of(file.name()),
                        row -> row.getString(1));
        return held.equals(List.of(file.text("file_url")));
    }

    private List<Document> find(String column, String value) {
        Meta meta = context.meta("File");
        List<Map<String, @Nullable Object>> rows = context.database()
                .query("SELECT * FROM {File} WHERE {File." + column + "} = ? ORDER BY creation, name", value);
        return rows.stream()
                .filter(row -> value.equals(row.get(column)))
                .map(row -> Document.stored(meta, row))
                .toList();
    }
}
