package org.affogato.api.file;

import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.affogato.api.json.Json;
import org.affogato.api.request.Reply;
import org.affogato.engine.document.Document;
import org.affogato.engine.error.DoesNotExistError;
import org.affogato.engine.error.EngineException.Notice;
import org.affogato.engine.error.MaxFileSizeReachedError;
import org.affogato.engine.error.PermissionError;
import org.affogato.engine.meta.Right;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.FilePath;
import org.affogato.engine.spi.FileStore;
import org.affogato.engine.spi.Requires;
import org.affogato.engine.spi.Requires.Access;
import org.affogato.engine.spi.Whitelisted;
import org.affogato.engine.spi.WhitelistedMethods;
import org.jspecify.annotations.Nullable;

/** Files as downloads over RPC. */
@Singleton
public class DownloadMethods implements WhitelistedMethods {
    /** Archives are made in memory. */
    private static final int MOST_LIMITS = 10;

    private final FileRecords records;
    private final FileDelivery delivery;
    private final FileStore store;

    DownloadMethods(FileRecords records, FileDelivery delivery, FileStore store) {
        this.records = records;
        this.delivery = delivery;
        this.store = store;
    }

    @Whitelisted({
        "frappe.handler.download_file",
        "download_file",
        "frappe.core.doctype.file.file.download_file",
        "frappe.utils.file_manager.download_file"
    })
    @Requires(access = Access.GUEST)
    public Reply.ForCall downloadFile(Context context, String fileUrl) {
        FilePath path = FilePath.of(fileUrl).orElseThrow(() -> missing(fileUrl));
        if (records.opening(path, context).isEmpty()) {
            throw refusal(path, context);
        }
        return call -> delivery.reply(path, call, true);
    }

    private RuntimeException refusal(FilePath path, Context context) {
        return records.naming(path, context).isEmpty()
                ? missing(path.url())
                : new PermissionError("No permission for this file").shown(Notice.NONE);
    }

    private static DoesNotExistError missing(String url) {
        return new DoesNotExistError("There is no File with the URL " + url);
    }

    /** The files of these names in one archive; folders, and what the caller may not read, are left out. */
    @Whitelisted({"frappe.core.api.file.zip_files", "frappe.core.doctype.file.file.zip_files"})
    @Requires(access = Access.ANY_USER)
    public Reply zipFiles(Context context, Object files) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Disposition", FileDelivery.attachment("files.zip"));
        return new Reply(200, "application/zip", archive(Json.list(files), context), headers);
    }

    private byte[] archive(List<?> files, Context context) {
        long left = MOST_LIMITS * store.sizeLimit(context);
        Set<String> names = new LinkedHashSet<>();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Object one : files) {
                Document file = context.documents().get("File", nameOf(one));
                FilePath path =
                        FilePath.of(file.text("file_url")).filter(store::exists).orElse(null);
                if (path == null || !context.permissions().has(Right.READ, file)) {
                    continue;
                }
                left -= add(file, path, names, zip);
                if (left < 0) {
                    throw new MaxFileSizeReachedError("These files are too large for one archive");
                }
            }
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
        return bytes.toByteArray();
    }

    private static String nameOf(@Nullable Object one) {
        return String.valueOf(one instanceof Map<?, ?> file ? file.get("name") : one);
    }

    private long add(Document file, FilePath path, Set<String> names, ZipOutputStream zip) throws IOException {
        String name = file.text("file_name").replace('\\', '_');
        zip.putNextEntry(new ZipEntry(names.add(name) ? name : file.name() + "-" + name));
        try (InputStream in = store.content(path).open()) {
            return in.transferTo(zip);
        }
    }
}
