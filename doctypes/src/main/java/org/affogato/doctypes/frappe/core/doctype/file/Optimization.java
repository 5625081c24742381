package org.affogato.doctypes.frappe.core.doctype.file;

import java.util.List;
import org.affogato.engine.document.Document;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.FileContent;
import org.affogato.engine.spi.FilePath;
import org.affogato.engine.spi.FileStore;
import org.affogato.engine.spi.FileType;

/** Makes the content of a picture smaller. Frappe: {@code optimize_file}. */
final class Optimization {
    private static final int WIDTH = 1024;
    private static final int HEIGHT = 768;

    private final Document file;
    private final FileStore store;
    private final Context context;

    Optimization(Document file, FileStore store, Context context) {
        this.file = file;
        this.store = store;
        this.context = context;
    }

    /** Whoever calls has checked that the caller may change the file. */
    void apply() {
        FilePath path = FilePath.of(file.text("file_url"))
                .orElseThrow(() -> new ValidationError("Only files of this site can be made smaller"));
        String type = FileType.mediaTypeOf(file.text("file_name"));
        if (!type.startsWith("image/") || type.equals("image/svg+xml")) {
            throw new ValidationError("Only pictures can be made smaller, and no SVG");
        }
        FileContent smaller = FileContent.of(new Picture(store.content(path).bytes(), type).optimized(WIDTH, HEIGHT));
        file.set("file_url", place(path, smaller).url())
                .set("file_size", smaller.size())
                .set("content_hash", ContentHash.of(smaller));
        context.with(context.flags().ignoringPermissions()).documents().save(file);
    }

    /** In place of the old one, unless other Files name that too. */
    private FilePath place(FilePath path, FileContent smaller) {
        List<Document> all = new FileRows(context).naming(path);
        if (all.stream().allMatch(one -> one.name().equals(file.name()))) {
            store.replace(path, smaller, context);
            return path;
        }
        return FileName.claim(path, ContentHash.of(smaller), free -> store.create(free, smaller, context));
    }
}
