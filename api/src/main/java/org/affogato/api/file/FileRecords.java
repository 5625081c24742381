package org.affogato.api.file;

import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.affogato.engine.Engine;
import org.affogato.engine.document.Document;
import org.affogato.engine.meta.Meta;
import org.affogato.engine.meta.Right;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.FilePath;

/** The File documents of a content. The database compares without regard to case, contents do not. */
@Singleton
class FileRecords {
    private final Provider<Engine> engine;

    FileRecords(Provider<Engine> engine) {
        this.engine = engine;
    }

    /** Those whose content or thumbnail it is. */
    List<Document> naming(FilePath path, Context context) {
        Meta meta = context.meta("File");
        String url = path.url();
        return context
                .database()
                .query("SELECT * FROM {File} WHERE file_url = ? OR thumbnail_url = ?", url, url)
                .stream()
                .filter(row -> url.equals(row.get("file_url")) || url.equals(row.get("thumbnail_url")))
                .map(row -> Document.stored(meta, row))
                .toList();
    }

    /**
     * One that opens the content to the caller: a file may be attached to several documents, and one of them is enough.
     * Guests have no role on File, so its own rule is asked alone.
     */
    Optional<Document> opening(FilePath path, Context context) {
        return naming(path, context).stream()
                .filter(file -> engine.get().controllers().of("File").hasPermission(file, Right.READ, context))
                .findFirst();
    }
}
