package org.affogato.doctypes.frappe.core.doctype.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.affogato.engine.document.Document;
import org.affogato.engine.error.MaxFileSizeReachedError;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.FileContent;
import org.affogato.engine.spi.FilePath;
import org.affogato.engine.spi.FileStore;
import org.jspecify.annotations.Nullable;

/** A zip file that is replaced by what is in it. A small one may unfold to any size, so that is bounded. */
final class Archive {
    private static final int MOST_FILES = 1000;
    private static final int MOST_LIMITS = 10;

    private final Document file;
    private final FileStore store;
    private final Context context;
    private long left;

    Archive(Document file, FileStore store, Context context) {
        this.file = file;
        this.store = store;
        this.context = context;
        this.left = MOST_LIMITS * store.sizeLimit(context);
    }

    List<Document> unpack() {
        FilePath path = FilePath.of(file.text("file_url"))
                .filter(named -> named.name().endsWith(".zip"))
                .orElseThrow(() -> new ValidationError(file.text("file_name") + " is no zip file"));
        List<Document> files = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(store.content(path).open())) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                add(entry, zip, files);
            }
        } catch (ZipException | IllegalArgumentException broken) {
            throw new ValidationError(file.text("file_name") + " is no valid zip file");
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
        context.documents().delete("File", file.name());
        return files;
    }

    /** Without folders, hidden files, and what macOS adds. */
    private void add(ZipEntry entry, InputStream zip, List<Document> files) throws IOException {
        String name = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
        if (entry.isDirectory() || entry.getName().startsWith("__MACOSX/") || name.startsWith(".")) {
            return;
        }
        if (files.size() == MOST_FILES) {
            throw new ValidationError("The archive holds more than " + MOST_FILES + " files");
        }
        Path part = Files.createTempFile("unzip", ".part");
        try {
            copy(zip, part);
            files.add(context.documents().insert(document(name, FileContent.of(part))));
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private void copy(InputStream zip, Path part) throws IOException {
        byte[] bytes = new byte[64 * 1024];
        try (OutputStream out = Files.newOutputStream(part)) {
            for (int read = zip.read(bytes); read >= 0; read = zip.read(bytes)) {
                left -= read;
                if (left < 0) {
                    throw new MaxFileSizeReachedError("The archive unfolds to more than is taken");
                }
                out.write(bytes, 0, read);
            }
        }
    }

    private Document document(String name, FileContent content) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("file_name", name);
        values.put("content", content);
        for (String kept : List.of("folder", "is_private", "attached_to_doctype", "attached_to_name")) {
            values.put(kept, file.get(kept));
        }
        return context.documents().create("File", values);
    }
}
